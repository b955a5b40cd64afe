using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>What is decided and ruled out at a point of a proof.</summary>
internal sealed class InterdictionProofState
{
    private readonly InterdictionProblem _problem;

    public InterdictionProofState(InterdictionProblem problem, InterdictionPieces pieces)
    {
        _problem = problem;
        Group = new int[pieces.NodeCount];
        for (var node = 0; node < Group.Length; node++)
            Group[node] = node + 2;
        foreach (var source in problem.Sources)
            Group[source] = 0;
        foreach (var sink in problem.Sinks)
            Group[pieces.Exit[sink]] = 1;
        Level = new int[problem.Targets.Length];
        Array.Fill(Level, -1);
        IsOpen = [.. problem.Targets.Select(target => Enumerable.Repeat(element: true, target.Levels.Length).ToArray())];
        Budget = [.. problem.Budgets];
    }

    private InterdictionProofState(InterdictionProofState other)
    {
        _problem = other._problem;
        (Group, Level, Budget) = ([.. other.Group], [.. other.Level], [.. other.Budget]);
        IsOpen = [.. other.IsOpen.Select(levels => levels.ToArray())];
    }

    /// <summary>Group per node: 0 with the sources, 1 with the sinks, equal if proved to be on one side.</summary>
    public int[] Group { get; }

    /// <summary>Level at which a target is attacked, or -1.</summary>
    public int[] Level { get; }

    public bool[][] IsOpen { get; }

    public long[] Budget { get; }

    /// <summary>True once no better plan is possible here.</summary>
    public bool IsClosed { get; set; }

    /// <summary>True if a level is not ruled out, not superseded by another of the target, and can be paid.</summary>
    public bool MayUse(int target, int level) =>
        Level[target] < 0 && IsOpen[target][level] && CanPay(_problem.Targets[target].Levels[level]);

    public void RuleOut(int target, int level) => IsOpen[target][level] = false;

    /// <summary>The case in which the attack is made; null if it cannot be.</summary>
    public InterdictionProofState? Attacked(int target, int level)
    {
        if (!MayUse(target, level))
            return null;
        var next = new InterdictionProofState(this);
        next.Level[target] = level;
        for (var resource = 0; resource < Budget.Length; resource++)
            next.Budget[resource] -= _problem.Targets[target].Levels[level].Costs[resource];
        return next;
    }

    /// <summary>The case in which an attack is made that was ruled out as useless: it is paid for, and hits nothing here.</summary>
    public InterdictionProofState Paid(int target, int level)
    {
        var next = new InterdictionProofState(this);
        Array.Fill(next.IsOpen[target], false);
        for (var resource = 0; resource < Budget.Length; resource++)
            next.Budget[resource] -= _problem.Targets[target].Levels[level].Costs[resource];
        return next;
    }

    private bool CanPay(AttackLevel level)
    {
        for (var resource = 0; resource < Budget.Length; resource++)
        {
            if (level.Costs[resource] > Budget[resource])
                return false;
        }

        return true;
    }
}
