using RailOps.Solvers.Interdiction;
using RailOps.Solvers.ScenarioSums;

namespace RailOps.Solvers.Checking;

/// <summary>What is decided and ruled out at a point of a scenario-sum proof.</summary>
internal sealed class ScenarioSumProofState
{
    private readonly ScenarioSumProblem _problem;

    public ScenarioSumProofState(ScenarioSumProblem problem)
    {
        _problem = problem;
        Level = [.. Enumerable.Repeat(-1, problem.Targets.Length)];
        IsOpen = [.. problem.Targets.Select(target => Enumerable.Repeat(element: true, target.Levels.Length).ToArray())];
        Budget = [.. problem.Budgets];
    }

    private ScenarioSumProofState(ScenarioSumProofState other)
    {
        (_problem, Level, Budget) = (other._problem, [.. other.Level], [.. other.Budget]);
        IsOpen = [.. other.IsOpen.Select(levels => levels.ToArray())];
    }

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

    /// <summary>The branch in which the attack is made; null if it cannot be.</summary>
    public ScenarioSumProofState? Attacked(int target, int level)
    {
        if (!MayUse(target, level))
            return null;
        var next = new ScenarioSumProofState(this);
        next.Level[target] = level;
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
