using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Flow;

/// <summary>Looks for a path from source to sink that has no finite capacity on it, breadth first over unlimited arcs alone.</summary>
internal sealed class UnlimitedPathSearch
{
    private const int NotReached = -2;
    private const int NoArc = -1;

    private readonly ResidualTopology _topology;
    private readonly int[] _arcOfSlot;
    private readonly int[] _slotInto;
    private readonly int[] _queue;
    private readonly bool[] _open;

    public UnlimitedPathSearch(ResidualTopology topology)
    {
        _topology = topology;
        _slotInto = new int[topology.NodeCount];
        _queue = new int[topology.NodeCount];
        _open = new bool[topology.Heads.Length];
        _arcOfSlot = new int[topology.Heads.Length];
        Array.Fill(_arcOfSlot, NoArc);
        for (var arc = 0; arc < topology.Graph.ArcCount; arc++)
            NameSlots(arc);
    }

    /// <summary>Arc ids along the path found, source to sink; empty if there is none.</summary>
    public IReadOnlyList<int> Find(long[] capacity, long[] nodeCapacity)
    {
        OpenUnlimited(capacity, nodeCapacity);
        Search();
        return _slotInto[_topology.Sink] == NotReached ? [] : TracePath();
    }

    private void NameSlots(int arc)
    {
        var forward = _topology.ForwardSlot[arc];
        if (forward < 0)
            return;
        _arcOfSlot[forward] = arc;
        if (_topology.IsTwoWayPair(arc))
            _arcOfSlot[_topology.Reverse[forward]] = arc;
        else if (_topology.BackwardSlotOf(arc) >= 0)
            _arcOfSlot[_topology.BackwardSlotOf(arc)] = arc;
    }

    private void OpenUnlimited(long[] capacity, long[] nodeCapacity)
    {
        for (var slot = 0; slot < _open.Length; slot++)
            _open[slot] = _arcOfSlot[slot] != NoArc && capacity[_arcOfSlot[slot]] == FlowGraph.Unlimited;
        for (var node = 0; node < nodeCapacity.Length; node++)
        {
            if (_topology.InnerSlotOf(node) >= 0)
                _open[_topology.InnerSlotOf(node)] = nodeCapacity[node] == FlowGraph.Unlimited;
        }

        foreach (var slot in _topology.TerminalSlots)
            _open[slot] = true;
    }

    private void Search()
    {
        Array.Fill(_slotInto, NotReached);
        _slotInto[_topology.Source] = NoArc;
        _queue[0] = _topology.Source;
        var count = 1;
        for (var next = 0; next < count; next++)
        {
            for (var slot = _topology.First[_queue[next]]; slot < _topology.First[_queue[next] + 1]; slot++)
            {
                var head = _topology.Heads[slot];
                if (!_open[slot] || _slotInto[head] != NotReached)
                    continue;
                _slotInto[head] = slot;
                _queue[count++] = head;
            }
        }
    }

    private List<int> TracePath()
    {
        var path = new List<int>();
        for (var node = _topology.Sink; node != _topology.Source; node = _topology.Heads[_topology.Reverse[_slotInto[node]]])
        {
            if (_arcOfSlot[_slotInto[node]] != NoArc)
                path.Add(_arcOfSlot[_slotInto[node]]);
        }

        path.Reverse();
        return path;
    }
}
