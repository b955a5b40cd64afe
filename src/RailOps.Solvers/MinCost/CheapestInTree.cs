using RailOps.Solvers.Results;

namespace RailOps.Solvers.MinCost;

/// <summary>
/// A first tree worth having: from every node the cheapest way, capacities left aside, to the nearest node that takes something (E. W. Dijkstra
/// 1959, negative costs counted as 0). All its arcs lead up and carry nothing, so it is strongly feasible; and where no cost is negative no arc
/// within it has a reduced cost below 0. What the nodes give is led up by <see cref="SimplexStart"/>, which cuts what is too narrow. Equal
/// ways: the lower node number goes first. O(arcs log nodes). Asked for by <c>bench mincost</c>.
/// </summary>
internal sealed class CheapestInTree
{
    private readonly SimplexNet _net;
    private readonly int[] _firstInto;
    private readonly int[] _into;
    private readonly long[] _distance;
    private readonly PriorityQueue<int, (long Distance, int Node)> _queue = new();

    public CheapestInTree(SimplexNet net)
    {
        _net = net;
        _distance = new long[net.NodeCount];
        Arc = new int[net.NodeCount];
        Array.Fill(_distance, long.MaxValue);
        Array.Fill(Arc, -1);
        (_firstInto, _into) = ArcsByHead();
    }

    /// <summary>Per node the arc by which the way begins, -1 where it ends or if there is none.</summary>
    public int[] Arc { get; }

    /// <summary>Grows the tree; stopped early, it is a smaller one.</summary>
    public void Grow(StopSignal stop)
    {
        for (var node = 0; node < _net.NodeCount; node++)
        {
            if (node == _net.SinkHub || _net.Supply[node] < 0)
                Reach(node, arc: -1, distance: 0);
        }

        while (_queue.TryDequeue(out var node, out var key))
        {
            if (key.Distance > _distance[node])
                continue;
            if (stop.Spend(1 + _firstInto[node + 1] - _firstInto[node]))
                return;
            for (var place = _firstInto[node]; place < _firstInto[node + 1]; place++)
            {
                var arc = _into[place];
                if (arc != _net.ReturnArc && _net.Capacity[arc] > 0)
                    Reach(_net.Arcs[arc].Tail, arc, key.Distance + Math.Max(0, _net.Arcs[arc].Cost));
            }
        }
    }

    private void Reach(int node, int arc, long distance)
    {
        if (distance >= _distance[node])
            return;
        (_distance[node], Arc[node]) = (distance, arc);
        _queue.Enqueue(node, (distance, node));
    }

    private (int[] First, int[] Into) ArcsByHead()
    {
        var first = new int[_net.NodeCount + 1];
        for (var arc = 0; arc < _net.ArcCount; arc++)
            first[_net.Arcs[arc].Head + 1]++;
        for (var node = 0; node < _net.NodeCount; node++)
            first[node + 1] += first[node];
        var next = first.AsSpan(0, _net.NodeCount).ToArray();
        var into = new int[_net.ArcCount];
        for (var arc = 0; arc < _net.ArcCount; arc++)
            into[next[_net.Arcs[arc].Head]++] = arc;
        return (first, into);
    }
}
