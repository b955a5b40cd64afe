using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Flow;

/// <summary>
/// The residual network of a <see cref="FlowGraph"/> without its numbers, in compressed arrays sorted by tail. Each arc becomes
/// a pair of slots (forward, reverse). A limitable node v is split into an entry (id v) and an exit joined by an inner slot; an
/// edge that touches a split node becomes two opposite pairs, because each way enters at the entry and leaves at the exit.
/// Several sources or sinks hang on one super terminal each. Built once, shared by clones.
/// </summary>
internal sealed class ResidualTopology
{
    // Only while building; arrays rather than a list of pairs save 12 to 20 bytes an arc in ./railops bench flow.
    private int[] _pairTail;
    private int[] _pairHead;
    private int _pairCount;

    public ResidualTopology(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        Graph = graph;
        Exit = new int[graph.NodeCount];
        var count = graph.NodeCount;
        for (var node = 0; node < graph.NodeCount; node++)
            Exit[node] = graph.IsNodeLimitable(node) ? count++ : node;
        Source = sources.Length == 1 ? sources[0] : count++;
        Sink = sinks.Length == 1 ? Exit[sinks[0]] : count++;
        NodeCount = count;

        ForwardSlot = new int[graph.ArcCount];
        BackwardSlot = new int[graph.ArcCount];
        InnerSlot = new int[graph.NodeCount];
        TerminalSlots = new int[(sources.Length == 1 ? 0 : sources.Length) + (sinks.Length == 1 ? 0 : sinks.Length)];
        var mostPairs = (count == graph.NodeCount ? graph.ArcCount : (2 * graph.ArcCount) + graph.NodeCount) + TerminalSlots.Length;
        _pairTail = new int[mostPairs];
        _pairHead = new int[mostPairs];
        AddArcPairs();
        AddInnerPairs();
        AddTerminalPairs(sources, sinks);
        First = new int[NodeCount + 1];
        Heads = new int[2 * _pairCount];
        Reverse = new int[2 * _pairCount];
        Renumber(Compress());
    }

    public FlowGraph Graph { get; }

    public int NodeCount { get; }

    public int Source { get; }

    public int Sink { get; }

    /// <summary>Exit node of each original node; the node itself if it is not split.</summary>
    public int[] Exit { get; }

    /// <summary>First slot of each node, and one past the last.</summary>
    public int[] First { get; }

    public int[] Heads { get; }

    public int[] Reverse { get; }

    /// <summary>Slot from tail to head per arc; -1 for a self loop.</summary>
    public int[] ForwardSlot { get; }

    /// <summary>Slot of the second pair, from head to tail, for an edge at a split node; -1 otherwise.</summary>
    public int[] BackwardSlot { get; }

    /// <summary>Slot from entry to exit per node; -1 if not split.</summary>
    public int[] InnerSlot { get; }

    /// <summary>Slots that join super terminals to the terminals proper.</summary>
    public int[] TerminalSlots { get; }

    /// <summary>True for an edge kept as one pair with capacity both ways.</summary>
    public bool IsTwoWayPair(int arc) => !Graph.IsDirected(arc) && BackwardSlot[arc] < 0;

    private void AddArcPairs()
    {
        for (var arc = 0; arc < Graph.ArcCount; arc++)
        {
            var (tail, head) = (Graph.Tail(arc), Graph.Head(arc));
            var split = Exit[tail] != tail || Exit[head] != head;
            ForwardSlot[arc] = tail == head ? -1 : AddPair(Exit[tail], head);
            BackwardSlot[arc] = tail != head && split && !Graph.IsDirected(arc) ? AddPair(Exit[head], tail) : -1;
        }
    }

    private void AddInnerPairs()
    {
        for (var node = 0; node < Graph.NodeCount; node++)
            InnerSlot[node] = Exit[node] == node ? -1 : AddPair(node, Exit[node]);
    }

    private void AddTerminalPairs(ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        var next = 0;
        if (sources.Length != 1)
        {
            foreach (var source in sources)
                TerminalSlots[next++] = AddPair(Source, source);
        }

        if (sinks.Length != 1)
        {
            foreach (var sink in sinks)
                TerminalSlots[next++] = AddPair(Exit[sink], Sink);
        }
    }

    /// <summary>Adds a pair; until <see cref="Renumber"/> a slot is named by the index of its pair.</summary>
    private int AddPair(int tail, int head)
    {
        _pairTail[_pairCount] = tail;
        _pairHead[_pairCount] = head;
        return _pairCount++;
    }

    private int[] Compress()
    {
        for (var pair = 0; pair < _pairCount; pair++)
        {
            First[_pairTail[pair] + 1]++;
            First[_pairHead[pair] + 1]++;
        }

        for (var node = 0; node < NodeCount; node++)
            First[node + 1] += First[node];
        var next = First.AsSpan(0, NodeCount).ToArray();
        var slotOfPair = new int[_pairCount];
        for (var pair = 0; pair < _pairCount; pair++)
        {
            var (tail, head) = (_pairTail[pair], _pairHead[pair]);
            var (forward, backward) = (next[tail]++, next[head]++);
            (Heads[forward], Heads[backward]) = (head, tail);
            (Reverse[forward], Reverse[backward]) = (backward, forward);
            slotOfPair[pair] = forward;
        }

        (_pairTail, _pairHead) = ([], []);
        return slotOfPair;
    }

    private void Renumber(int[] slotOfPair)
    {
        foreach (var slots in new[] { ForwardSlot, BackwardSlot, InnerSlot, TerminalSlots })
        {
            for (var index = 0; index < slots.Length; index++)
                slots[index] = slots[index] < 0 ? -1 : slotOfPair[slots[index]];
        }
    }
}
