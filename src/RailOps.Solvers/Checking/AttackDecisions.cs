using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>Which attacks are made and which are ruled out at a point of a proof, and what is left to spend.</summary>
internal class AttackDecisions
{
    private readonly ImmutableArray<AttackTarget> _targets;

    public AttackDecisions(ImmutableArray<AttackTarget> targets, ImmutableArray<long> budgets)
    {
        _targets = targets;
        Level = [.. Enumerable.Repeat(-1, targets.Length)];
        IsOpen = [.. targets.Select(target => Enumerable.Repeat(element: true, target.Levels.Length).ToArray())];
        Budget = [.. budgets];
    }

    protected AttackDecisions(AttackDecisions other)
    {
        (_targets, Level, Budget) = (other._targets, [.. other.Level], [.. other.Budget]);
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
        Level[target] < 0 && IsOpen[target][level] && CanPay(_targets[target].Levels[level]);

    public void RuleOut(int target, int level) => IsOpen[target][level] = false;

    /// <summary>The branch in which the attack is made; null if it cannot be.</summary>
    public AttackDecisions? Attacked(int target, int level)
    {
        if (!MayUse(target, level))
            return null;
        var next = Copy();
        next.Level[target] = level;
        next.Pay(_targets[target].Levels[level]);
        return next;
    }

    /// <summary>The branch in which an attack is made that was ruled out as useless: it is paid for, and hits nothing here.</summary>
    public AttackDecisions Paid(int target, int level)
    {
        var next = Copy();
        Array.Fill(next.IsOpen[target], false);
        next.Pay(_targets[target].Levels[level]);
        return next;
    }

    protected virtual AttackDecisions Copy() => new(this);

    private void Pay(AttackLevel level)
    {
        for (var resource = 0; resource < Budget.Length; resource++)
            Budget[resource] -= level.Costs[resource];
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
