using RailOps.Solvers.Graphs;

namespace RailOps.Testing.Flow;

/// <summary>The smallest cut by trying every way to place the nodes (source side, sink side, cut themselves).</summary>
public static class BruteForceCut
{
    /// <summary>Capacity of the smallest cut; null if every cut is unlimited. Nodes: at most 12, fewer if many are limited.</summary>
    public static long? Smallest(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        if (graph.NodeCount > 12)
            throw new ArgumentException($"At most 12 nodes can be tried, but there are {graph.NodeCount}.", nameof(graph));
        var place = new Place[graph.NodeCount];
        Int128? best = null;
        do
        {
            if (Separates(place, sources, sinks) && Capacity(graph, place) is { } capacity && !(capacity >= best))
                best = capacity;
        }
        while (MoveOn(graph, place));
        return (long?)best;
    }

    private enum Place
    {
        SinkSide,
        SourceSide,
        Cut,
    }

    private static bool MoveOn(FlowGraph graph, Place[] place)
    {
        for (var node = 0; node < place.Length; node++)
        {
            var last = graph.NodeCapacity(node) == FlowGraph.Unlimited ? Place.SourceSide : Place.Cut;
            if (place[node] < last)
            {
                place[node]++;
                return true;
            }

            place[node] = Place.SinkSide;
        }

        return false;
    }

    private static bool Separates(Place[] place, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        foreach (var source in sources)
        {
            if (place[source] == Place.SinkSide)
                return false;
        }

        foreach (var sink in sinks)
        {
            if (place[sink] == Place.SourceSide)
                return false;
        }

        return true;
    }

    private static Int128? Capacity(FlowGraph graph, Place[] place)
    {
        Int128 sum = 0;
        for (var node = 0; node < place.Length; node++)
            sum += place[node] == Place.Cut ? graph.NodeCapacity(node) : 0;
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (tail, head) = (place[graph.Tail(arc)], place[graph.Head(arc)]);
            var crosses = (tail == Place.SourceSide && head == Place.SinkSide)
                || (!graph.IsDirected(arc) && head == Place.SourceSide && tail == Place.SinkSide);
            if (crosses && graph.Capacity(arc) == FlowGraph.Unlimited)
                return null;
            sum += crosses ? graph.Capacity(arc) : 0;
        }

        return sum;
    }
}
