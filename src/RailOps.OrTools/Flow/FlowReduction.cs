using System.Collections.Immutable;
using RailOps.OrTools.Hosts;
using RailOps.Solvers.Graphs;

namespace RailOps.OrTools.Flow;

/// <summary>
/// A <see cref="FlowGraph"/> as the directed net with one source and one sink that SimpleMaxFlow takes, and the way back. A node of limited
/// capacity becomes an entry (its own id) and an exit; an edge becomes an arc each way; several terminals hang on one. No arc needs more than
/// <see cref="Most"/>, what the terminals can give or take, so larger and unlimited capacities are cut to it. O(n + m).
/// </summary>
internal sealed class FlowReduction
{
    private readonly FlowGraph _graph;
    private readonly int[] _exit;
    private readonly int[] _forward;
    private readonly int[] _backward;
    private readonly List<int> _tails = [];
    private readonly List<int> _heads = [];
    private readonly List<long> _capacities = [];

    public FlowReduction(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        _graph = graph;
        Most = MostOf(graph, sources, sinks);
        _exit = new int[graph.NodeCount];
        (_forward, _backward) = (new int[graph.ArcCount], new int[graph.ArcCount]);
        NodeCount = graph.NodeCount;
        for (var node = 0; node < graph.NodeCount; node++)
        {
            _exit[node] = graph.NodeCapacity(node) == FlowGraph.Unlimited ? node : NodeCount++;
            if (_exit[node] != node)
                Add(node, _exit[node], graph.NodeCapacity(node));
        }

        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (tail, head, capacity) = (graph.Tail(arc), graph.Head(arc), graph.Capacity(arc));
            _forward[arc] = tail == head ? -1 : Add(_exit[tail], head, capacity);
            _backward[arc] = tail == head || graph.IsDirected(arc) ? -1 : Add(_exit[head], tail, capacity);
        }

        Source = NodeCount++;
        Sink = NodeCount++;
        foreach (var source in sources)
            Add(Source, source, FlowGraph.Unlimited);
        foreach (var sink in sinks)
            Add(_exit[sink], Sink, FlowGraph.Unlimited);
    }

    /// <summary>No flow is larger, in flow units.</summary>
    public long Most { get; }

    public int NodeCount { get; private set; }

    public int Source { get; }

    public int Sink { get; }

    public IReadOnlyList<int> Tails => _tails;

    public IReadOnlyList<int> Heads => _heads;

    /// <summary>Exit per node of the graph; the node itself if it is not split.</summary>
    public ReadOnlySpan<int> Exits => _exit;

    /// <summary>Arc of this net per arc of the graph, tail to head; -1 for a loop.</summary>
    public ReadOnlySpan<int> Forward => _forward;

    /// <summary>Arc of this net per edge of the graph, head to tail; -1 for an arc or a loop.</summary>
    public ReadOnlySpan<int> Backward => _backward;

    public MaxFlowRequest ToRequest() => new([.. _tails], [.. _heads], [.. _capacities], Source, Sink);

    /// <summary>Net flow per arc of the graph.</summary>
    public ImmutableArray<long> ReadArcFlow(ReadOnlySpan<long> flows)
    {
        var net = ImmutableArray.CreateBuilder<long>(_graph.ArcCount);
        for (var arc = 0; arc < _graph.ArcCount; arc++)
            net.Add((_forward[arc] < 0 ? 0 : flows[_forward[arc]]) - (_backward[arc] < 0 ? 0 : flows[_backward[arc]]));
        return net.MoveToImmutable();
    }

    /// <summary>What an arc of this net can still take, by the graph's own capacities.</summary>
    public bool HasRoom(int arc, long flow) => flow < _original[arc];

    private readonly List<long> _original = [];

    private static long MostOf(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        var most = graph.FiniteTotal;
        most = Int128.Min(most, AtTerminals(graph, sources, isSource: true) ?? most);
        return (long)Int128.Min(most, AtTerminals(graph, sinks, isSource: false) ?? most);
    }

    /// <summary>What terminals can give (or take) by their own capacity and that of the arcs there; null if without limit.</summary>
    private static Int128? AtTerminals(FlowGraph graph, ReadOnlySpan<int> terminals, bool isSource)
    {
        Int128 sum = 0;
        foreach (var node in terminals)
        {
            Int128? here = graph.NodeCapacity(node) == FlowGraph.Unlimited ? null : graph.NodeCapacity(node);
            if (AtNode(graph, node, isSource) is { } arcs && !(here < arcs))
                here = arcs;
            if (here is not { } share)
                return null;
            sum += share;
        }

        return sum;
    }

    private static Int128? AtNode(FlowGraph graph, int node, bool isSource)
    {
        Int128 sum = 0;
        foreach (var arc in graph.IncidentArcs(node))
        {
            var leads = (isSource ? graph.Tail(arc) : graph.Head(arc)) == node || !graph.IsDirected(arc);
            if (!leads || graph.Tail(arc) == graph.Head(arc))
                continue;
            if (graph.Capacity(arc) == FlowGraph.Unlimited)
                return null;
            sum += graph.Capacity(arc);
        }

        return sum;
    }

    private int Add(int tail, int head, long capacity)
    {
        _tails.Add(tail);
        _heads.Add(head);
        _capacities.Add(long.Min(capacity, Most));
        _original.Add(capacity);
        return _tails.Count - 1;
    }
}
