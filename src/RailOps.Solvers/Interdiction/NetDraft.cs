using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Collects the arcs of a new <see cref="AttackNet"/>: relabels, leaves out loops and what can carry no flow, puts decided
/// attacks into capacities and keeps only levels that can be paid and do something. Of no use if the signal says stop meanwhile.
/// </summary>
internal sealed class NetDraft
{
    private readonly PieceTable _table;
    private readonly int[] _labels;
    private readonly int[] _newTarget;
    private readonly ulong[] _levels;
    private readonly StopSignal _stop;
    private readonly List<int> _targetIds = [];
    private readonly List<ulong> _open = [];

    private NetDraft(PieceTable table, int[] labels, int targetCount, StopSignal stop)
    {
        (_table, _labels, _stop) = (table, labels, stop);
        (_newTarget, _levels) = (new int[targetCount], new ulong[targetCount]);
        Array.Fill(_newTarget, -1);
    }

    public int[] Tail { get; private set; } = [];

    public int[] Head { get; private set; } = [];

    public int[] Piece { get; private set; } = [];

    public int[] Origin { get; private set; } = [];

    public long[] Base { get; private set; } = [];

    public int[] TargetOf { get; private set; } = [];

    public int[] TargetIds => [.. _targetIds];

    public ulong[] Open => [.. _open];

    /// <summary>From the table, without anything to attack.</summary>
    public static NetDraft Plain(PieceTable table, int[] labels, StopSignal stop)
    {
        var draft = new NetDraft(table, labels, 0, stop);
        draft.Fill(table.Tail, table.Head, _ => true, piece => (piece, table.Capacity[piece], -1, -1));
        return draft;
    }

    /// <summary>From the table, with what a restriction decides.</summary>
    public static NetDraft From(PieceTable table, int[] labels, SearchRestriction restriction, StopSignal stop)
    {
        var draft = new NetDraft(table, labels, table.Problem.Targets.Length, stop);
        var attacked = new int[table.Problem.Targets.Length];
        for (var target = 0; target < attacked.Length && !stop.Spend(1); target++)
        {
            attacked[target] = int.Max(restriction.LevelOf(target), restriction.FreeLevel(target));
            draft._levels[target] = draft.Undecided(target, restriction);
        }

        draft.Fill(table.Tail, table.Head, draft.CanCross, Describe);
        return draft;

        (int Piece, long Capacity, int OldTarget, int TargetId) Describe(int piece)
        {
            var target = table.Target[piece];
            var level = target < 0 ? -1 : attacked[target];
            return (piece, level >= 0 ? table.Residual(piece, level) : table.Capacity[piece], target, target);
        }
    }

    /// <summary>From another net, as <c>AttackNet.Derive</c> says.</summary>
    public static NetDraft From(AttackNet net, int[] labels, ulong[] open, ReadOnlySpan<(int Target, int Level)> attacks, long[] budget, StopSignal stop)
    {
        var draft = new NetDraft(net.Table, labels, open.Length, stop);
        var made = MadeLevels(attacks, open.Length);
        for (var target = 0; target < open.Length && !stop.Spend(1); target++)
            draft._levels[target] = made[target] >= 0 ? 0 : draft.Affordable(net.TargetIds[target], open[target], budget);
        draft.Fill(net.Tail, net.Head, IsKept, arc => (net.Piece[arc], Capacity(arc), net.TargetOf[arc], IdOf(arc)));
        return draft;

        long Capacity(int arc) =>
            net.TargetOf[arc] is >= 0 and var target && made[target] >= 0 ? net.Table.Residual(net.Piece[arc], made[target]) : net.Base[arc];

        int IdOf(int arc) => net.TargetOf[arc] < 0 ? -1 : net.TargetIds[net.TargetOf[arc]];

        // An arc that is closed just now may still carry flow, which only the next cut takes off it.
        bool IsKept(int arc) => net.Base[arc] > 0 || Capacity(arc) > 0 || !IsIdle(net, arc);
    }

    private static int[] MadeLevels(ReadOnlySpan<(int Target, int Level)> attacks, int targetCount)
    {
        var made = new int[targetCount];
        Array.Fill(made, -1);
        foreach (var (target, level) in attacks)
        {
            if (target >= 0)
                made[target] = level;
        }

        return made;
    }

    /// <summary>Counts the arcs that stay, then writes them down.</summary>
    private void Fill(int[] tails, int[] heads, Func<int, bool> isKept, Func<int, (int Piece, long Capacity, int OldTarget, int TargetId)> describe)
    {
        var (kept, count) = (new int[tails.Length], 0);
        for (var arc = 0; arc < tails.Length && !_stop.Spend(1); arc++)
        {
            var (tail, head) = (_labels[tails[arc]], _labels[heads[arc]]);
            if (tail != head && tail >= 0 && head >= 0 && isKept(arc))
                kept[count++] = arc;
        }

        (Tail, Head, Piece, Origin) = (new int[count], new int[count], new int[count], kept[..count]);
        (Base, TargetOf) = (new long[count], new int[count]);
        for (var arc = 0; arc < count && !_stop.Spend(1); arc++)
        {
            var (piece, capacity, oldTarget, targetId) = describe(Origin[arc]);
            (Tail[arc], Head[arc]) = (_labels[tails[Origin[arc]]], _labels[heads[Origin[arc]]]);
            (Piece[arc], Base[arc]) = (piece, capacity);
            TargetOf[arc] = oldTarget < 0 || _levels[oldTarget] == 0 ? -1 : NewTarget(oldTarget, targetId);
        }
    }

    private ulong Undecided(int target, SearchRestriction restriction)
    {
        if (restriction.LevelOf(target) >= 0)
            return 0;
        var free = restriction.FreeLevel(target);
        var open = restriction.OpenLevels(target) & ~(free < 0 ? 0 : 1UL << free);
        return Affordable(target, open, restriction.Budget);
    }

    private static bool IsIdle(AttackNet net, int arc) =>
        net.Table.Back[net.Piece[arc]] != PieceBack.Unlimited
        && (net.TargetOf[arc] < 0 || net.Table.ElementCount(net.TargetIds[net.TargetOf[arc]]) == 1);

    private bool CanCross(int piece) =>
        _table.Back[piece] != PieceBack.None
        || (_labels[_table.Head[piece]] != AttackNet.Source && _labels[_table.Tail[piece]] != AttackNet.Sink);

    private int NewTarget(int oldTarget, int targetId)
    {
        if (_newTarget[oldTarget] >= 0)
            return _newTarget[oldTarget];
        _newTarget[oldTarget] = _targetIds.Count;
        _targetIds.Add(targetId);
        _open.Add(_levels[oldTarget]);
        return _newTarget[oldTarget];
    }

    private ulong Affordable(int target, ulong levels, ReadOnlySpan<long> budget)
    {
        var left = 0UL;
        for (var level = 0; level < _table.LevelCount(target); level++)
        {
            var bit = 1UL << level;
            if ((levels & bit) != 0 && _table.IsAffordable(target, level, budget))
                left |= bit;
        }

        return left;
    }
}
