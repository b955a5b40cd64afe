namespace RailOps.Solvers.Flow;

/// <summary>
/// The nodes joined to a terminal by unlimited slots (from the source outwards, or towards the sink). Every finite cut has them
/// on the terminal's side, so an engine may treat them all as the terminal; then nothing that enters or leaves it is unlimited
/// and no sum of flows can overflow. <see cref="RouteInside"/> afterwards joins the flow up inside.
/// </summary>
internal sealed class TerminalClosure
{
    private readonly ResidualNetwork _network;
    private readonly bool _fromSource;
    private readonly List<int> _nodes = [];
    private readonly List<int> _slotOfNode = [];

    /// <summary>Grows from the source (or towards the sink) over slots that are unlimited at zero flow.</summary>
    public TerminalClosure(ResidualNetwork network, bool fromSource)
    {
        _network = network;
        _fromSource = fromSource;
        Contains = new bool[network.NodeCount];
        Add(fromSource ? network.Shape.Source : network.Shape.Sink, slot: -1);
        for (var next = 0; next < _nodes.Count; next++)
            AddNeighboursOf(_nodes[next]);
    }

    /// <summary>One entry per node: true if it belongs to the terminal.</summary>
    public bool[] Contains { get; }

    /// <summary>The nodes, the terminal itself first.</summary>
    public IReadOnlyList<int> Nodes => _nodes;

    /// <summary>Makes the flow pass every node of the closure but the terminal, over the unlimited slots found.</summary>
    /// <param name="capacities">Residual of every slot at zero flow.</param>
    public void RouteInside(long[] capacities)
    {
        for (var index = _nodes.Count - 1; index > 0; index--)
        {
            var outflow = NetOutflow(_nodes[index], capacities);
            _network.Send(_slotOfNode[index], _fromSource ? outflow : -outflow);
        }
    }

    private void AddNeighboursOf(int node)
    {
        var slots = _network.Slots;
        for (var slot = _network.First[node]; slot < _network.First[node + 1]; slot++)
        {
            var along = _fromSource ? slot : slots[slot].Reverse;
            if (!Contains[slots[slot].Head] && slots[along].Residual == ResidualNetwork.Ample)
                Add(slots[slot].Head, along);
        }
    }

    private void Add(int node, int slot)
    {
        Contains[node] = true;
        _nodes.Add(node);
        _slotOfNode.Add(slot);
    }

    private long NetOutflow(int node, long[] capacities)
    {
        long outflow = 0;
        for (var slot = _network.First[node]; slot < _network.First[node + 1]; slot++)
            outflow += capacities[slot] - _network.Slots[slot].Residual;
        return outflow;
    }
}
