namespace RailOps.Solvers.Graphs;

/// <summary>
/// A frozen graph with capacities on arcs, undirected edges and nodes. Nodes are 0 to <see cref="NodeCount"/> - 1, arcs and
/// edges share the ids 0 to <see cref="ArcCount"/> - 1 in the order they were added. Capacities are whole flow units (the
/// caller decides what one unit is). Made by <see cref="FlowGraphBuilder"/>; safe to share between threads.
/// </summary>
public sealed class FlowGraph
{
    /// <summary>The capacity that stands for "no limit". It is not a number: it never enters a sum.</summary>
    public const long Unlimited = long.MaxValue;

    /// <summary>
    /// The largest allowed sum of all finite capacities, 2^58 flow units, edges counted once for each way. Above it the
    /// solvers answer "out of range"; the head room keeps every residual capacity and every sum of flows inside 64 bits.
    /// </summary>
    public const long LargestTotal = 1L << 58;

    private readonly int[] _tail;
    private readonly int[] _head;
    private readonly long[] _capacity;
    private readonly bool[] _directed;
    private readonly long[] _nodeCapacity;
    private readonly bool[] _limitable;
    private readonly int[] _firstIncident;
    private readonly int[] _incident;

    internal FlowGraph(int[] tail, int[] head, long[] capacity, bool[] directed, long[] nodeCapacity, bool[] limitable)
    {
        _tail = tail;
        _head = head;
        _capacity = capacity;
        _directed = directed;
        _nodeCapacity = nodeCapacity;
        _limitable = limitable;
        (_firstIncident, _incident) = CompressIncidence(nodeCapacity.Length, tail, head);
        FiniteTotal = SumFinite();
    }

    private FlowGraph(FlowGraph other, long[] capacity, Int128 finiteTotal)
    {
        (_tail, _head, _directed, _nodeCapacity, _limitable) = (other._tail, other._head, other._directed, other._nodeCapacity, other._limitable);
        (_firstIncident, _incident) = (other._firstIncident, other._incident);
        _capacity = capacity;
        FiniteTotal = finiteTotal;
    }

    /// <summary>Number of nodes.</summary>
    public int NodeCount => _nodeCapacity.Length;

    /// <summary>Number of arcs and edges together.</summary>
    public int ArcCount => _tail.Length;

    /// <summary>Sum of all finite capacities in flow units, edges counted once for each way, exact however large.</summary>
    public Int128 FiniteTotal { get; }

    /// <summary>True if <see cref="FiniteTotal"/> is at most <see cref="LargestTotal"/>, so that the solvers accept the graph.</summary>
    public bool IsInRange => FiniteTotal <= LargestTotal;

    /// <summary>Tail node of every arc, in arc order.</summary>
    public ReadOnlySpan<int> Tails => _tail;

    /// <summary>Head node of every arc, in arc order.</summary>
    public ReadOnlySpan<int> Heads => _head;

    /// <summary>Capacity of every arc in flow units, in arc order; <see cref="Unlimited"/> for no limit.</summary>
    public ReadOnlySpan<long> Capacities => _capacity;

    /// <summary>Capacity of every node in flow units, in node order; <see cref="Unlimited"/> for no limit.</summary>
    public ReadOnlySpan<long> NodeCapacities => _nodeCapacity;

    /// <summary>The node an arc leaves; for an edge the end named first.</summary>
    /// <param name="arcId">0 to <see cref="ArcCount"/> - 1, else <see cref="IndexOutOfRangeException"/>.</param>
    public int Tail(int arcId) => _tail[arcId];

    /// <summary>The node an arc enters; for an edge the end named second.</summary>
    /// <param name="arcId">0 to <see cref="ArcCount"/> - 1, else <see cref="IndexOutOfRangeException"/>.</param>
    public int Head(int arcId) => _head[arcId];

    /// <summary>Capacity of an arc in flow units (of an edge: each way), or <see cref="Unlimited"/>.</summary>
    /// <param name="arcId">0 to <see cref="ArcCount"/> - 1, else <see cref="IndexOutOfRangeException"/>.</param>
    public long Capacity(int arcId) => _capacity[arcId];

    /// <summary>True for an arc, false for an undirected edge.</summary>
    /// <param name="arcId">0 to <see cref="ArcCount"/> - 1, else <see cref="IndexOutOfRangeException"/>.</param>
    public bool IsDirected(int arcId) => _directed[arcId];

    /// <summary>The most flow that may pass through a node, in flow units, or <see cref="Unlimited"/>.</summary>
    /// <param name="node">0 to <see cref="NodeCount"/> - 1, else <see cref="IndexOutOfRangeException"/>.</param>
    public long NodeCapacity(int node) => _nodeCapacity[node];

    /// <summary>
    /// True if <see cref="FlowGraphBuilder.SetNodeCapacity"/> was called for the node, even with <see cref="Unlimited"/>. Only
    /// such nodes can be given another capacity in a session.
    /// </summary>
    /// <param name="node">0 to <see cref="NodeCount"/> - 1, else <see cref="IndexOutOfRangeException"/>.</param>
    public bool IsNodeLimitable(int node) => _limitable[node];

    /// <summary>Ids of the arcs and edges that touch a node, ascending; a self loop is listed once.</summary>
    /// <param name="node">0 to <see cref="NodeCount"/> - 1, else <see cref="IndexOutOfRangeException"/>.</param>
    public ReadOnlySpan<int> IncidentArcs(int node) =>
        _incident.AsSpan(_firstIncident[node], _firstIncident[node + 1] - _firstIncident[node]);

    /// <summary>The same graph with other capacities of some arcs and edges; everything else is shared. O(arcs).</summary>
    /// <param name="capacities">
    /// Flow units by arc id (else <see cref="IndexOutOfRangeException"/>), 0 or more, or <see cref="Unlimited"/>; negative is refused.
    /// </param>
    public FlowGraph With(IReadOnlyDictionary<int, long> capacities)
    {
        ArgumentNullException.ThrowIfNull(capacities);
        var (changed, total) = (_capacity.AsSpan().ToArray(), FiniteTotal);
        foreach (var (arc, capacity) in capacities)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(capacity, nameof(capacities));
            total += FiniteShare(capacity, _directed[arc]) - FiniteShare(changed[arc], _directed[arc]);
            changed[arc] = capacity;
        }

        return new FlowGraph(this, changed, total);
    }

    private static (int[] First, int[] Incident) CompressIncidence(int nodeCount, int[] tail, int[] head)
    {
        var first = new int[nodeCount + 1];
        for (var arc = 0; arc < tail.Length; arc++)
        {
            first[tail[arc] + 1]++;
            first[head[arc] + 1] += head[arc] == tail[arc] ? 0 : 1;
        }

        for (var node = 0; node < nodeCount; node++)
            first[node + 1] += first[node];
        var next = first.AsSpan(0, nodeCount).ToArray();
        var incident = new int[first[nodeCount]];
        for (var arc = 0; arc < tail.Length; arc++)
        {
            incident[next[tail[arc]]++] = arc;
            if (head[arc] != tail[arc])
                incident[next[head[arc]]++] = arc;
        }

        return (first, incident);
    }

    private Int128 SumFinite()
    {
        Int128 total = 0;
        for (var arc = 0; arc < _capacity.Length; arc++)
            total += FiniteShare(_capacity[arc], _directed[arc]);
        foreach (var capacity in _nodeCapacity)
            total += FiniteShare(capacity, directed: true);
        return total;
    }

    internal static Int128 FiniteShare(long capacity, bool directed)
    {
        if (capacity == Unlimited)
            return 0;
        return directed ? capacity : (Int128)capacity * 2;
    }
}
