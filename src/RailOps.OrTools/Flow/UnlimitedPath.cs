using System.Collections.Immutable;
using RailOps.Solvers.Graphs;

namespace RailOps.OrTools.Flow;

/// <summary>Looks for a path of unlimited arcs and nodes from a source to a sink, breadth first, arcs in order of their ids. O(n + m).</summary>
internal static class UnlimitedPath
{
    /// <summary>Arc ids along the path; empty if there is none.</summary>
    public static ImmutableArray<int> Find(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        var (cameBy, isReached, queue) = (new int[graph.NodeCount], new bool[graph.NodeCount], new Queue<int>());
        foreach (var source in sources)
            Reach(source, arc: -1);
        while (queue.TryDequeue(out var node))
        {
            if (sinks.Contains(node))
                return Trace(graph, cameBy, node);
            foreach (var arc in graph.IncidentArcs(node))
            {
                var isForward = graph.Tail(arc) == node;
                if (graph.Capacity(arc) == FlowGraph.Unlimited && (isForward || !graph.IsDirected(arc)))
                    Reach(isForward ? graph.Head(arc) : graph.Tail(arc), arc);
            }
        }

        return [];

        void Reach(int node, int arc)
        {
            if (isReached[node] || graph.NodeCapacity(node) != FlowGraph.Unlimited)
                return;
            (isReached[node], cameBy[node]) = (true, arc);
            queue.Enqueue(node);
        }
    }

    private static ImmutableArray<int> Trace(FlowGraph graph, int[] cameBy, int node)
    {
        var path = new List<int>();
        for (var at = node; cameBy[at] >= 0; at = graph.Tail(cameBy[at]) == at ? graph.Head(cameBy[at]) : graph.Tail(cameBy[at]))
            path.Add(cameBy[at]);
        path.Reverse();
        return [.. path];
    }
}
