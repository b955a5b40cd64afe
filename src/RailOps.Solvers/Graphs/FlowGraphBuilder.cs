namespace RailOps.Solvers.Graphs;

/// <summary>
/// Collects nodes, arcs and edges and freezes them into a <see cref="FlowGraph"/>. Arcs and edges share one sequence of ids
/// in insertion order. Parallel arcs stay apart, self loops are kept but carry no flow, capacity 0 is allowed. Not thread safe.
/// </summary>
public sealed class FlowGraphBuilder
{
    private readonly List<int> _tail = [];
    private readonly List<int> _head = [];
    private readonly List<long> _capacity = [];
    private readonly List<bool> _directed = [];
    private readonly List<long> _nodeCapacity = [];
    private readonly List<bool> _limitable = [];

    /// <summary>Number of nodes added so far.</summary>
    public int NodeCount => _nodeCapacity.Count;

    /// <summary>Number of arcs and edges added so far.</summary>
    public int ArcCount => _tail.Count;

    /// <summary>A builder that starts with everything a graph has, under the same ids.</summary>
    /// <param name="graph">The graph to start from; it is not changed.</param>
    public static FlowGraphBuilder From(FlowGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var builder = new FlowGraphBuilder();
        for (var node = 0; node < graph.NodeCount; node++)
        {
            builder._nodeCapacity.Add(graph.NodeCapacity(node));
            builder._limitable.Add(graph.IsNodeLimitable(node));
        }

        for (var arc = 0; arc < graph.ArcCount; arc++)
            builder.Add(graph.Tail(arc), graph.Head(arc), graph.Capacity(arc), graph.IsDirected(arc));
        return builder;
    }

    /// <summary>Adds a node without a limit and returns its id.</summary>
    public int AddNode() => AddNodes(1);

    /// <summary>Adds nodes without limits and returns the id of the first; the others follow.</summary>
    /// <param name="count">How many, 0 or more.</param>
    public int AddNodes(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var first = NodeCount;
        for (var added = 0; added < count; added++)
        {
            _nodeCapacity.Add(FlowGraph.Unlimited);
            _limitable.Add(false);
        }

        return first;
    }

    /// <summary>Adds an arc from tail to head and returns its id.</summary>
    /// <param name="tail">A node added before, else <see cref="ArgumentOutOfRangeException"/>.</param>
    /// <param name="head">A node added before, else <see cref="ArgumentOutOfRangeException"/>.</param>
    /// <param name="capacity">Flow units, 0 or more, or <see cref="FlowGraph.Unlimited"/>; negative is refused.</param>
    public int AddArc(int tail, int head, long capacity) => Add(tail, head, capacity, directed: true);

    /// <summary>Adds an undirected edge, capacity both ways, and returns its id. Net flow one way at a time uses it.</summary>
    /// <param name="a">A node added before, else <see cref="ArgumentOutOfRangeException"/>; becomes the tail.</param>
    /// <param name="b">A node added before, else <see cref="ArgumentOutOfRangeException"/>; becomes the head.</param>
    /// <param name="capacity">Flow units each way, 0 or more, or <see cref="FlowGraph.Unlimited"/>; negative is refused.</param>
    public int AddEdge(int a, int b, long capacity) => Add(a, b, capacity, directed: false);

    /// <summary>
    /// Limits the flow through a node, its own supply or draw included, and makes the node limitable in sessions (also with
    /// <see cref="FlowGraph.Unlimited"/>, for nodes that only a what-if will limit). A second call replaces the first.
    /// </summary>
    /// <param name="node">A node added before, else <see cref="ArgumentOutOfRangeException"/>.</param>
    /// <param name="capacity">Flow units, 0 or more, or <see cref="FlowGraph.Unlimited"/>; negative is refused.</param>
    public void SetNodeCapacity(int node, long capacity)
    {
        RequireNode(node, nameof(node));
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _nodeCapacity[node] = capacity;
        _limitable[node] = true;
    }

    /// <summary>Freezes what was added; the builder may go on adding. O(nodes + arcs).</summary>
    public FlowGraph Build() => new(
        [.. _tail], [.. _head], [.. _capacity], [.. _directed], [.. _nodeCapacity], [.. _limitable]);

    private int Add(int tail, int head, long capacity, bool directed)
    {
        RequireNode(tail, nameof(tail));
        RequireNode(head, nameof(head));
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _tail.Add(tail);
        _head.Add(head);
        _capacity.Add(capacity);
        _directed.Add(directed);
        return _tail.Count - 1;
    }

    private void RequireNode(int node, string name)
    {
        if (node < 0 || node >= NodeCount)
            throw new ArgumentOutOfRangeException(name, node, $"Node should be one of the {NodeCount} nodes added so far, counted from 0.");
    }
}
