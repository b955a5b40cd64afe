using RailOps.Solvers.Graphs;

namespace RailOps.OrTools.Flow;

/// <summary>Refuses sources and sinks that make no sense, as every maximum-flow solver does.</summary>
internal static class TerminalFaults
{
    public static void Refuse(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        RefuseNodes(graph, sources, nameof(sources));
        RefuseNodes(graph, sinks, nameof(sinks));
        foreach (var sink in sinks)
        {
            if (sources.Contains(sink))
                throw new ArgumentException($"Sources and sinks should be different nodes, but node {sink} is both.", nameof(sinks));
        }
    }

    private static void RefuseNodes(FlowGraph graph, ReadOnlySpan<int> nodes, string name)
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
