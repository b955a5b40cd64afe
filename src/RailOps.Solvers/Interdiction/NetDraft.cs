namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Collects the arcs of a new <see cref="AttackNet"/>: relabels, leaves out loops and what can carry no flow, puts decided
/// attacks into capacities and keeps only levels that can be paid and do something.
/// </summary>
internal sealed class NetDraft
{
    private readonly PieceTable _table;
    private readonly int[] _newTarget;
    private readonly ulong[] _levels;

    /// <summary>From the table, without anything to attack.</summary>
    public NetDraft(PieceTable table, int[] labels)
    {
        _table = table;
        (_newTarget, _levels) = ([], []);
        for (var piece = 0; piece < table.Tail.Length; piece++)
            Add(labels[table.Tail[piece]], labels[table.Head[piece]], piece, piece, table.Capacity[piece], oldTarget: -1, targetId: -1);
    }

    /// <summary>From the table.</summary>
    public NetDraft(PieceTable table, int[] labels, SearchRestriction restriction)
    {
        _table = table;
        var count = table.Problem.Targets.Length;
        (_newTarget, _levels) = (new int[count], new ulong[count]);
        Array.Fill(_newTarget, -1);
        for (var target = 0; target < count; target++)
            _levels[target] = Undecided(target, restriction);
        for (var piece = 0; piece < table.Tail.Length; piece++)
        {
            var target = table.Target[piece];
            var attacked = target < 0 ? -1 : int.Max(restriction.LevelOf(target), restriction.FreeLevel(target));
            var capacity = attacked >= 0 ? table.Residual(piece, attacked) : table.Capacity[piece];
            if (CanCross(labels, piece))
                Add(labels[table.Tail[piece]], labels[table.Head[piece]], piece, piece, capacity, target, target);
        }
    }

    /// <summary>From another net.</summary>
    public NetDraft(AttackNet net, int[] labels, ulong[] open, ReadOnlySpan<(int Target, int Level)> attacks, long[] budget)
    {
        _table = net.Table;
        (_newTarget, _levels) = (new int[open.Length], new ulong[open.Length]);
        Array.Fill(_newTarget, -1);
        var made = MadeLevels(attacks, open.Length);
        for (var target = 0; target < open.Length; target++)
            _levels[target] = made[target] >= 0 ? 0 : Affordable(net.TargetIds[target], open[target], budget);
        for (var arc = 0; arc < net.ArcCount; arc++)
        {
            var target = net.TargetOf[arc];
            var capacity = target >= 0 && made[target] >= 0 ? _table.Residual(net.Piece[arc], made[target]) : net.Base[arc];
            // An arc that is closed just now may still carry flow, which only the next cut takes off it.
            if (capacity > 0 || net.Base[arc] > 0 || !IsIdle(net, arc))
                Add(labels[net.Tail[arc]], labels[net.Head[arc]], net.Piece[arc], arc, capacity, target, target < 0 ? -1 : net.TargetIds[target]);
        }
    }

    public List<int> Tail { get; } = [];

    public List<int> Head { get; } = [];

    public List<int> Piece { get; } = [];

    public List<int> Origin { get; } = [];

    public List<long> Base { get; } = [];

    public List<int> TargetOf { get; } = [];

    public List<int> TargetIds { get; } = [];

    public List<ulong> Open { get; } = [];

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

    private void Add(int tail, int head, int piece, int origin, long capacity, int oldTarget, int targetId)
    {
        if (tail == head || tail < 0 || head < 0)
            return;
        Tail.Add(tail);
        Head.Add(head);
        Piece.Add(piece);
        Origin.Add(origin);
        Base.Add(capacity);
        TargetOf.Add(oldTarget < 0 || _levels[oldTarget] == 0 ? -1 : NewTarget(oldTarget, targetId));
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

    private bool CanCross(int[] labels, int piece) =>
        _table.Back[piece] != PieceBack.None
        || (labels[_table.Head[piece]] != AttackNet.Source && labels[_table.Tail[piece]] != AttackNet.Sink);

    private int NewTarget(int oldTarget, int targetId)
    {
        if (_newTarget[oldTarget] >= 0)
            return _newTarget[oldTarget];
        _newTarget[oldTarget] = TargetIds.Count;
        TargetIds.Add(targetId);
        Open.Add(_levels[oldTarget]);
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
