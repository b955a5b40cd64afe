using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Looks at every cut of the search for a better plan, and knows when a bound leaves no room for one. Made for one node: the
/// attacks decided there belong to every plan.
/// </summary>
internal sealed class CutInspector : ICutInspector
{
    private readonly PieceTable _table;
    private readonly PlanKeeper _keeper;
    private readonly IReadOnlyList<Attack> _decided;
    private readonly AttackNet _root;
    private readonly long[] _rootBudget;
    private readonly StopSignal _stop;

    public CutInspector(PlanKeeper keeper, AttackNet root, long[] rootBudget, IReadOnlyList<Attack> decided, StopSignal stop)
    {
        (_table, _keeper, _root, _rootBudget, _decided, _stop) = (root.Table, keeper, root, rootBudget, decided, stop);
    }

    /// <summary>Flow units left by the best plan so far.</summary>
    public long Value => _keeper.Value;

    /// <summary>True if a lower bound in parts, rounded up to whole flow units, leaves no room for a better plan, or none is looked for.</summary>
    public bool Closes(Int128 bound) => _keeper.IsGoodEnough || RoundUp(_table, bound) >= _keeper.Value;

    public static long RoundUp(PieceTable table, Int128 bound)
    {
        var parts = Int128.One << table.ScaleBits;
        return bound <= 0 ? 0 : (long)Int128.Min(table.Most, (bound + parts - 1) / parts);
    }

    /// <summary>Takes the best plan on the cut if it beats the best so far, and follows the cuts under such plans.</summary>
    /// <returns>False if stopped.</returns>
    public bool Look(AttackNet net, PricedCut cut, long[] budget)
    {
        if (!cut.HasCut || Closes(cut.Bound))
            return !cut.HasCut || LookAt(net, cut.NearSource, budget, _decided);
        return LookAt(net, cut.NearSource, budget, _decided)
            && (cut.NearSource.AsSpan().SequenceEqual(cut.NearSink) || LookAt(net, cut.NearSink, budget, _decided));
    }

    private bool LookAt(AttackNet net, bool[] marks, long[] budget, IReadOnlyList<Attack> decided)
    {
        while (CutKnapsack.Below(_keeper.Value, net, marks, budget, _stop) is { } found)
        {
            var attacks = decided.Concat(found.Attacks.Select(attack => new Attack(net.TargetIds[attack.Target], attack.Level)));
            if (_keeper.Take((long)found.Value, [.. attacks], net.Expand(marks)) is not { } next)
                return false;
            if (next.Length == 0)
                return true;
            (net, marks, budget, decided) = (_root, Contract(next), _rootBudget, []);
        }

        return !_stop.IsRaised;
    }

    /// <summary>Marks per node of the table as marks per node of the root net, whose merged terminals lie on one side each.</summary>
    private bool[] Contract(bool[] marks)
    {
        var contracted = new bool[_root.NodeCount];
        for (var node = 0; node < marks.Length; node++)
            contracted[_root.Labels[node]] = marks[node];
        return contracted;
    }
}
