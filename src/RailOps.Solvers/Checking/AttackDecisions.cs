using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>Which attacks are made and which are ruled out at a point of a proof, and what is left to spend.</summary>
internal class AttackDecisions
{
    private readonly ImmutableArray<AttackTarget> _targets;
    private readonly int[] _firstLevel;
    private readonly bool[] _isOpen;

    public AttackDecisions(ImmutableArray<AttackTarget> targets, ImmutableArray<long> budgets)
    {
        _targets = targets;
        _firstLevel = new int[targets.Length + 1];
        for (var target = 0; target < targets.Length; target++)
            _firstLevel[target + 1] = _firstLevel[target] + targets[target].Levels.Length;
        _isOpen = new bool[_firstLevel[^1]];
        Array.Fill(_isOpen, value: true);
        Level = new int[targets.Length];
        Array.Fill(Level, -1);
        Budget = [.. budgets];
        OpenTargets = [.. Enumerable.Range(0, targets.Length)];
    }

    protected AttackDecisions(AttackDecisions other)
    {
        (_targets, _firstLevel, OpenTargets) = (other._targets, other._firstLevel, other.OpenTargets);
        (_isOpen, Level, Budget) = ([.. other._isOpen], [.. other.Level], [.. other.Budget]);
    }

    /// <summary>Level at which a target is attacked, or -1.</summary>
    public int[] Level { get; }

    public long[] Budget { get; }

    /// <summary>Targets that may still be usable, ascending; all others are not.</summary>
    public int[] OpenTargets { get; private set; }

    /// <summary>True once no better plan is possible here.</summary>
    public bool IsClosed { get; set; }

    /// <summary>True if a level is not ruled out, not superseded by another of the target, and can be paid.</summary>
    public bool MayUse(int target, int level) =>
        Level[target] < 0 && _isOpen[_firstLevel[target] + level] && CanPay(_targets[target].Levels[level]);

    public void RuleOut(int target, int level) => _isOpen[_firstLevel[target] + level] = false;

    /// <summary>Drops the targets that are not usable any more from <see cref="OpenTargets"/>: what is once ruled out or too dear stays so.</summary>
    public void DropUseless() => OpenTargets = Array.FindAll(OpenTargets, target =>
        Enumerable.Range(0, _targets[target].Levels.Length).Any(level => MayUse(target, level)));

    /// <summary>Takes over what another has decided about the same targets and budgets.</summary>
    public void TakeFrom(AttackDecisions other)
    {
        other._isOpen.CopyTo(_isOpen, 0);
        other.Level.CopyTo(Level, 0);
        other.Budget.CopyTo(Budget, 0);
        OpenTargets = other.OpenTargets;
    }

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
        Array.Fill(next._isOpen, value: false, _firstLevel[target], _firstLevel[target + 1] - _firstLevel[target]);
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
