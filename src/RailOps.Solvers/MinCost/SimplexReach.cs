namespace RailOps.Solvers.MinCost;

/// <summary>Which nodes of the net more goods could reach from some of its nodes, without the artificial arcs. O(nodes + arcs).</summary>
internal sealed class SimplexReach(SimplexNet net, long[] flow)
{
    /// <summary>One entry per node of the net.</summary>
    /// <param name="seeds">Where the goods are.</param>
    /// <param name="withoutArc">An arc that does not count either way, or -1.</param>
    public bool[] From(IEnumerable<int> seeds, int withoutArc)
    {
        var (first, incident) = Incidence();
        var isReached = new bool[net.NodeCount];
        var queue = new Queue<int>();
        foreach (var seed in seeds)
            Reach(seed);
        while (queue.TryDequeue(out var node))
        {
            for (var place = first[node]; place < first[node + 1]; place++)
            {
                var arc = incident[place];
                var (tail, head) = (net.Arcs[arc].Tail, net.Arcs[arc].Head);
                if (arc == withoutArc)
                    continue;
                if (tail == node && flow[arc] < net.Capacity[arc])
                    Reach(head);
                if (head == node && flow[arc] > 0)
                    Reach(tail);
            }
        }

        return isReached;

        void Reach(int node)
        {
            if (!isReached[node])
                queue.Enqueue(node);
            isReached[node] = true;
        }
    }

    private (int[] First, int[] Incident) Incidence()
    {
        var first = new int[net.NodeCount + 1];
        for (var arc = 0; arc < net.ArcCount; arc++)
        {
            first[net.Arcs[arc].Tail + 1]++;
            first[net.Arcs[arc].Head + 1]++;
        }

        for (var node = 0; node < net.NodeCount; node++)
            first[node + 1] += first[node];
        var next = first.AsSpan(0, net.NodeCount).ToArray();
        var incident = new int[2 * net.ArcCount];
        for (var arc = 0; arc < net.ArcCount; arc++)
        {
            incident[next[net.Arcs[arc].Tail]++] = arc;
            incident[next[net.Arcs[arc].Head]++] = arc;
        }

        return (first, incident);
    }
}
