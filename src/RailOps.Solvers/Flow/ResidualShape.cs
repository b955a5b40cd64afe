using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Flow;

/// <summary>
/// How the residual network of a <see cref="FlowGraph"/> is laid out, sorted by tail. Each arc becomes a pair of slots (forward, reverse). A
/// limitable node v is split into an entry (id v) and an exit joined by an inner slot; an edge that touches a split node becomes two opposite
/// pairs, because each way enters at the entry and leaves at the exit. Several sources or sinks hang on one super terminal each. The slots
/// themselves are held by whoever calls <see cref="Place"/>, in the form that suits it.
/// <para>The pairs are counted and then placed in two walks over the graph, so nothing but the result is held.</para>
/// </summary>
internal class ResidualShape
{
    private readonly int[] _exit = [];
    private readonly int[] _backwardSlot = [];
    private readonly int[] _innerSlot = [];

    public ResidualShape(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        Graph = graph;
        NodeCount = graph.NodeCount;
        if (IsAnyLimitable(graph))
        {
            (_exit, _innerSlot, _backwardSlot) = (new int[graph.NodeCount], new int[graph.NodeCount], new int[graph.ArcCount]);
            for (var node = 0; node < graph.NodeCount; node++)
                _exit[node] = graph.IsNodeLimitable(node) ? NodeCount++ : node;
        }

        Source = sources.Length == 1 ? sources[0] : NodeCount++;
        Sink = sinks.Length == 1 ? ExitOf(sinks[0]) : NodeCount++;
        ForwardSlot = new int[graph.ArcCount];
        TerminalSlots = new int[(sources.Length == 1 ? 0 : sources.Length) + (sinks.Length == 1 ? 0 : sinks.Length)];
        First = new int[NodeCount + 1];
        Walk(new Counter(First), sources, sinks);
        for (var node = 0; node < NodeCount; node++)
            First[node + 1] += First[node];
    }

    public FlowGraph Graph { get; }

    public int NodeCount { get; }

    public int Source { get; }

    public int Sink { get; }

    /// <summary>First slot of each node, and one past the last.</summary>
    public int[] First { get; }

    public int SlotCount => First[NodeCount];

    /// <summary>Slot from tail to head per arc; -1 for a self loop.</summary>
    public int[] ForwardSlot { get; }

    /// <summary>Slots that join super terminals to the terminals proper.</summary>
    public int[] TerminalSlots { get; }

    /// <summary>Slots from entry to exit of the nodes that are split; -1 for the others.</summary>
    public ReadOnlySpan<int> InnerSlots => _innerSlot;

    /// <summary>Exit of a node of the graph; the node itself if it is not split.</summary>
    public int ExitOf(int node) => _exit.Length == 0 ? node : _exit[node];

    /// <summary>Slot from entry to exit of a node of the graph; -1 if it is not split.</summary>
    public int InnerSlotOf(int node) => _innerSlot.Length == 0 ? -1 : _innerSlot[node];

    /// <summary>Slot of the second pair, from head to tail, for an edge at a split node; -1 otherwise.</summary>
    public int BackwardSlotOf(int arc) => _backwardSlot.Length == 0 ? -1 : _backwardSlot[arc];

    /// <summary>True for an edge kept as one pair with capacity both ways.</summary>
    public bool IsTwoWayPair(int arc) => !Graph.IsDirected(arc) && BackwardSlotOf(arc) < 0;

    /// <summary>Gives every pair its slots; once.</summary>
    protected internal void Place<TWriter>(TWriter writer, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
        where TWriter : struct, IPairWriter
    {
        Walk(new Placer<TWriter>(First, writer), sources, sinks);
        // Each node's first slot has moved on to one past its last, which is where the next node's slots begin.
        for (var node = NodeCount; node > 0; node--)
            First[node] = First[node - 1];
        First[0] = 0;
    }

    private static bool IsAnyLimitable(FlowGraph graph)
    {
        for (var node = 0; node < graph.NodeCount; node++)
        {
            if (graph.IsNodeLimitable(node))
                return true;
        }

        return false;
    }

    private void Walk<TVisitor>(TVisitor visitor, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
        where TVisitor : struct, IPairVisitor
    {
        for (var arc = 0; arc < Graph.ArcCount; arc++)
        {
            var (tail, head) = (Graph.Tail(arc), Graph.Head(arc));
            ForwardSlot[arc] = tail == head ? -1 : visitor.Visit(ExitOf(tail), head);
            if (_backwardSlot.Length == 0)
                continue;
            var isSplit = _exit[tail] != tail || _exit[head] != head;
            _backwardSlot[arc] = tail != head && isSplit && !Graph.IsDirected(arc) ? visitor.Visit(_exit[head], tail) : -1;
        }

        for (var node = 0; node < _innerSlot.Length; node++)
            _innerSlot[node] = _exit[node] == node ? -1 : visitor.Visit(node, _exit[node]);
        var next = 0;
        foreach (var source in sources.Length == 1 ? [] : sources)
            TerminalSlots[next++] = visitor.Visit(Source, source);
        foreach (var sink in sinks.Length == 1 ? [] : sinks)
            TerminalSlots[next++] = visitor.Visit(ExitOf(sink), Sink);
    }

    /// <summary>Takes down the two slots of a pair.</summary>
    internal interface IPairWriter
    {
        void Write(int forward, int tail, int backward, int head);
    }

    private interface IPairVisitor
    {
        int Visit(int tail, int head);
    }

    private readonly struct Counter(int[] first) : IPairVisitor
    {
        public int Visit(int tail, int head)
        {
            first[tail + 1]++;
            first[head + 1]++;
            return 0;
        }
    }

    private readonly struct Placer<TWriter>(int[] next, TWriter writer) : IPairVisitor
        where TWriter : struct, IPairWriter
    {
        public int Visit(int tail, int head)
        {
            var (forward, backward) = (next[tail]++, next[head]++);
            writer.Write(forward, tail, backward, head);
            return forward;
        }
    }
}
