using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.MinCost;

/// <summary>
/// The net that the simplex method works on: arcs only, lower bounds 0. An edge is an arc each way (at a cost of 0 or more no
/// flow gains by going to and fro, so the two share one capacity). A node that can be limited is an entry and an exit with an arc
/// between them. Behind sources and sinks stand two hubs, and for the largest flow an arc leads back from one to the other.
/// <para>
/// Arcs keep the graph's order, so that those of a block of pricing lie near each other in it. To deal them out in strides instead, as
/// LEMON does, tripled the pivots on the large grid of <c>bench mincost</c> and took over four times as long.
/// </para>
/// </summary>
internal sealed class SimplexNet
{
    private readonly MinCostFlowData _data;
    private readonly int[] _exit;
    private readonly int[] _through;
    private readonly int[] _forward;
    private readonly int[] _backward;

    public SimplexNet(MinCostFlowData data)
    {
        _data = data;
        var graph = data.Graph;
        (_forward, _backward) = (new int[graph.ArcCount], new int[graph.ArcCount]);
        (_exit, _through) = (new int[graph.NodeCount], new int[graph.NodeCount]);
        NodeCount = graph.NodeCount;
        for (var node = 0; node < graph.NodeCount; node++)
            _exit[node] = graph.IsNodeLimitable(node) ? NodeCount++ : node;
        var hasHubs = data.Goal != MinCostFlowGoal.Balance;
        (SourceHub, SinkHub) = hasHubs ? (NodeCount++, NodeCount++) : (-1, -1);
        ArcCount = CountArcs();
        (Arcs, Origin) = (new SimplexArc[ArcCount + NodeCount], new int[ArcCount]);
        (Capacity, Supply) = (new long[ArcCount + NodeCount], new long[NodeCount]);
        Array.Fill(Capacity, FlowGraph.Unlimited);
        AddArcs();
    }

    /// <summary>Nodes, the root of the tree not counted.</summary>
    public int NodeCount { get; }

    /// <summary>Arcs, the artificial ones (one per node, behind the others) not counted.</summary>
    public int ArcCount { get; }

    public int SourceHub { get; }

    public int SinkHub { get; }

    /// <summary>The arc back from the sinks' hub to the sources', -1 if there is none.</summary>
    public int ReturnArc { get; private set; } = -1;

    public SimplexArc[] Arcs { get; }

    /// <summary>Per arc its id in the graph, -1 if it has none.</summary>
    public int[] Origin { get; }

    /// <summary>Per arc its capacity less its lower bound.</summary>
    public long[] Capacity { get; }

    /// <summary>Per node what it gives (positive) or takes, lower bounds accounted for.</summary>
    public long[] Supply { get; }

    public int Exit(int node) => _exit[node];

    /// <summary>Reads the numbers anew. O(nodes + arcs).</summary>
    public void Load()
    {
        Array.Clear(Supply);
        for (var arc = 0; arc < _forward.Length; arc++)
            LoadArc(arc);
        for (var node = 0; node < _exit.Length; node++)
        {
            if (_through[node] >= 0)
                Capacity[_through[node]] = _data.NodeCapacity[node];
            if (_data.Supply.Length > 0)
                Supply[_data.Supply[node] >= 0 ? node : _exit[node]] += _data.Supply[node];
        }

        if (SourceHub >= 0)
        {
            Supply[SourceHub] += _data.Amount;
            Supply[SinkHub] -= _data.Amount;
        }
    }

    /// <summary>Sets the costs of all arcs: the problem's, or 0; of the arc back; and of the artificial arcs.</summary>
    public void SetCosts(bool areZero, long returnCost, long artificialCost)
    {
        for (var arc = 0; arc < ArcCount; arc++)
            Arcs[arc].Cost = areZero || Origin[arc] < 0 ? 0 : _data.Cost[Origin[arc]];
        if (ReturnArc >= 0)
            Arcs[ReturnArc].Cost = returnCost;
        for (var arc = ArcCount; arc < Arcs.Length; arc++)
            Arcs[arc].Cost = artificialCost;
    }

    /// <summary>Flow per arc of the graph from flow per arc of the net.</summary>
    public long[] ReadFlow(long[] flow)
    {
        var arcFlow = new long[_forward.Length];
        for (var arc = 0; arc < arcFlow.Length; arc++)
            arcFlow[arc] = _data.LowerBound[arc] + flow[_forward[arc]] - (_backward[arc] >= 0 ? flow[_backward[arc]] : 0);
        return arcFlow;
    }

    /// <summary>What the sources, or the nodes of positive supply, send.</summary>
    public long ReadAmount(long[] flow)
    {
        if (SourceHub >= 0)
            return ReturnArc >= 0 ? flow[ReturnArc] : _data.Amount;
        long amount = 0;
        foreach (var supply in _data.Supply)
            amount += Math.Max(supply, 0);
        return amount;
    }

    /// <summary>Values of the net's nodes in the order of <see cref="ExpandedNodes"/>; default for hubs that are not there.</summary>
    public T[] Expand<T>(T[] values)
    {
        var graph = _data.Graph;
        var expanded = new T[ExpandedNodes.Count(graph)];
        for (var node = 0; node < graph.NodeCount; node++)
            (expanded[node], expanded[ExpandedNodes.Exit(graph, node)]) = (values[node], values[_exit[node]]);
        if (SourceHub >= 0)
            (expanded[ExpandedNodes.SourceHub(graph)], expanded[ExpandedNodes.SinkHub(graph)]) = (values[SourceHub], values[SinkHub]);
        return expanded;
    }

    private int CountArcs()
    {
        var count = _data.Sources.Length + _data.Sinks.Length + (_data.Goal == MinCostFlowGoal.Largest ? 1 : 0);
        for (var arc = 0; arc < _forward.Length; arc++)
            count += _data.Graph.IsDirected(arc) ? 1 : 2;
        for (var node = 0; node < _exit.Length; node++)
            count += _exit[node] == node ? 0 : 1;
        return count;
    }

    private void AddArcs()
    {
        var graph = _data.Graph;
        var count = 0;
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (tail, head) = (graph.Tail(arc), graph.Head(arc));
            _forward[arc] = Add(count++, _exit[tail], head, arc);
            _backward[arc] = graph.IsDirected(arc) ? -1 : Add(count++, _exit[head], tail, arc);
        }

        for (var node = 0; node < _exit.Length; node++)
            _through[node] = _exit[node] == node ? -1 : Add(count++, node, _exit[node], -1);
        foreach (var source in _data.Sources)
            Add(count++, SourceHub, source, -1);
        foreach (var sink in _data.Sinks)
            Add(count++, _exit[sink], SinkHub, -1);
        if (_data.Goal == MinCostFlowGoal.Largest)
            ReturnArc = Add(count++, SinkHub, SourceHub, -1);
    }

    private int Add(int place, int tail, int head, int origin)
    {
        (Arcs[place].Tail, Arcs[place].Head, Origin[place]) = (tail, head, origin);
        return place;
    }

    private void LoadArc(int arc)
    {
        var (capacity, lower) = (_data.Capacity[arc], _data.LowerBound[arc]);
        var room = capacity == FlowGraph.Unlimited ? capacity : capacity - lower;
        Capacity[_forward[arc]] = room;
        if (_backward[arc] >= 0)
            Capacity[_backward[arc]] = room;
        Supply[Arcs[_forward[arc]].Tail] -= lower;
        Supply[Arcs[_forward[arc]].Head] += lower;
    }
}
