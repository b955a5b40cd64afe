using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Flow;

/// <summary>Refuses sources and sinks that make no sense.</summary>
internal static class TerminalCheck
{
    public static void Require(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        RequireNodes(graph, sources, nameof(sources));
        RequireNodes(graph, sinks, nameof(sinks));
        var isSource = new HashSet<int>();
        foreach (var source in sources)
            isSource.Add(source);
        foreach (var sink in sinks)
        {
            if (isSource.Contains(sink))
                throw new ArgumentException($"Sources and sinks should be different nodes, but node {sink} is both.", nameof(sinks));
        }
    }

    private static void RequireNodes(FlowGraph graph, ReadOnlySpan<int> nodes, string name)
    {
        if (nodes.IsEmpty)
            throw new ArgumentException($"There should be at least one node among the {name}, but there is none.", name);
        foreach (var node in nodes)
        {
            if (node < 0 || node >= graph.NodeCount)
                throw new ArgumentOutOfRangeException(name, node, $"Node should be one of the graph's {graph.NodeCount} nodes, counted from 0.");
        }
    }
}
