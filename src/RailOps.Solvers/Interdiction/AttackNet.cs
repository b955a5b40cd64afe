using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// What is left of the problem at a node of the search: pieces between merged nodes, with the attacks decided put into the
/// capacities and the levels that are still open. Node 0 is the source, node 1 the sink. Immutable once made.
/// </summary>
internal sealed class AttackNet
{
    public const int Source = 0;
    public const int Sink = 1;

    private AttackNet(PieceTable table, AttackNet? parent, int[] labels, int nodeCount)
    {
        (Table, Parent, Labels, NodeCount) = (table, parent, labels, nodeCount);
    }

    public PieceTable Table { get; }

    /// <summary>The net this one was made from; null if from the table itself.</summary>
    public AttackNet? Parent { get; }

    /// <summary>Node of this net per node of the parent (of the table if there is no parent); -1 if dropped.</summary>
    public int[] Labels { get; }

    public int NodeCount { get; }

    public int ArcCount => Piece.Length;

    public int[] Tail { get; private set; } = [];

    public int[] Head { get; private set; } = [];

    /// <summary>Piece of the table per arc.</summary>
    public int[] Piece { get; private set; } = [];

    /// <summary>Arc of the parent per arc.</summary>
    public int[] Origin { get; private set; } = [];

    /// <summary>Capacity per arc if not attacked from here on, in flow units.</summary>
    public long[] Base { get; private set; } = [];

    /// <summary>Open target per arc (index into <see cref="TargetIds"/>), or -1.</summary>
    public int[] TargetOf { get; private set; } = [];

    /// <summary>Target of the problem per open target.</summary>
    public int[] TargetIds { get; private set; } = [];

    /// <summary>Levels still open per open target, one bit each; never 0.</summary>
    public ulong[] Open { get; private set; } = [];

    /// <summary>First slot per node, and one past the last. A slot is an arc seen from one of its ends.</summary>
    public int[] First { get; private set; } = [];

    /// <summary>Node at the other end per slot.</summary>
    public int[] SlotHead { get; private set; } = [];

    /// <summary>Slot of the same arc at its other end.</summary>
    public int[] Reverse { get; private set; } = [];

    /// <summary>Slot at the tail per arc.</summary>
    public int[] ForwardSlot { get; private set; } = [];

    /// <summary>The whole problem: sources merged, sinks merged, nothing decided but the restrictions given.</summary>
    /// <param name="table">The pieces.</param>
    /// <param name="restriction">What is decided.</param>
    /// <param name="sourceSide">Further nodes of the table merged with the sources.</param>
    /// <param name="sinkSide">A further node merged with the sinks, not a source; -1 for none.</param>
    /// <param name="stop">The net is of no use if it says stop meanwhile; null never does.</param>
    public static AttackNet Root(
        PieceTable table, SearchRestriction restriction, ReadOnlySpan<int> sourceSide = default, int sinkSide = -1, StopSignal? stop = null)
    {
        stop ??= new StopSignal();
        var (labels, count) = RootLabels(table, sourceSide, sinkSide);
        var net = new AttackNet(table, parent: null, labels, count);
        net.Fill(NetDraft.From(table, labels, restriction, stop), stop);
        return net;
    }

    /// <summary>The whole problem with every piece, none of them open to attack.</summary>
    public static AttackNet Plain(PieceTable table, StopSignal? stop = null)
    {
        stop ??= new StopSignal();
        var (labels, count) = RootLabels(table, sourceSide: [], sinkSide: -1);
        var net = new AttackNet(table, parent: null, labels, count);
        net.Fill(NetDraft.Plain(table, labels, stop), stop);
        return net;
    }

    private static (int[] Labels, int Count) RootLabels(PieceTable table, ReadOnlySpan<int> sourceSide, int sinkSide)
    {
        var labels = new int[table.NodeCount];
        Array.Fill(labels, -1);
        foreach (var source in table.Problem.Sources)
            labels[source] = Source;
        foreach (var sink in table.Problem.Sinks)
            labels[table.Exit[sink]] = Sink;
        foreach (var node in sourceSide)
            labels[node] = Source;
        if (sinkSide >= 0)
            labels[sinkSide] = Sink;
        var count = 2;
        for (var node = 0; node < labels.Length; node++)
            labels[node] = labels[node] < 0 ? count++ : labels[node];
        return (labels, count);
    }

    /// <summary>A smaller net with more decided.</summary>
    /// <param name="labels">New node per node, -1 to drop it.</param>
    /// <param name="nodeCount">Number of new nodes.</param>
    /// <param name="open">Levels open per open target; affordability is looked at here.</param>
    /// <param name="attack">An attack decided now, by open target and level, or (-1, -1).</param>
    /// <param name="budget">What is left after it.</param>
    /// <param name="stop">The net is of no use if it says stop meanwhile; null never does.</param>
    public AttackNet Derive(
        int[] labels, int nodeCount, ulong[] open, (int Target, int Level) attack, long[] budget, StopSignal? stop = null) =>
        Derive(labels, nodeCount, open, [attack], budget, stop);

    /// <summary>As the other, with any number of attacks decided now.</summary>
    public AttackNet Derive(
        int[] labels, int nodeCount, ulong[] open, ReadOnlySpan<(int Target, int Level)> attacks, long[] budget, StopSignal? stop = null)
    {
        stop ??= new StopSignal();
        var net = new AttackNet(Table, this, labels, nodeCount);
        net.Fill(NetDraft.From(this, labels, open, attacks, budget, stop), stop);
        return net;
    }

    /// <summary>Marks per node of this net as marks per node of the table.</summary>
    public bool[] Expand(bool[] marks)
    {
        var net = this;
        while (true)
        {
            var above = new bool[net.Labels.Length];
            for (var node = 0; node < above.Length; node++)
                above[node] = net.Labels[node] >= 0 && marks[net.Labels[node]];
            if (net.Parent is null)
                return above;
            (marks, net) = (above, net.Parent);
        }
    }

    private void Fill(NetDraft draft, StopSignal stop)
    {
        if (stop.IsRaised)
            return;
        (Tail, Head, Piece, Origin) = (draft.Tail, draft.Head, draft.Piece, draft.Origin);
        (Base, TargetOf, TargetIds, Open) = (draft.Base, draft.TargetOf, draft.TargetIds, draft.Open);
        Compress(stop);
    }

    private void Compress(StopSignal stop)
    {
        First = new int[NodeCount + 1];
        for (var arc = 0; arc < ArcCount && !stop.Spend(1); arc++)
        {
            First[Tail[arc] + 1]++;
            First[Head[arc] + 1]++;
        }

        for (var node = 0; node < NodeCount; node++)
            First[node + 1] += First[node];
        var next = First.AsSpan(0, NodeCount).ToArray();
        (SlotHead, Reverse, ForwardSlot) = (new int[2 * ArcCount], new int[2 * ArcCount], new int[ArcCount]);
        for (var arc = 0; arc < ArcCount && !stop.Spend(1); arc++)
        {
            var (forward, backward) = (next[Tail[arc]]++, next[Head[arc]]++);
            (SlotHead[forward], SlotHead[backward]) = (Head[arc], Tail[arc]);
            (Reverse[forward], Reverse[backward]) = (backward, forward);
            ForwardSlot[arc] = forward;
        }
    }
}
