using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.MinCost;

/// <summary>
/// The nodes that certificates speak of. Every node of the graph is two: goods enter at one and leave from the other, and the
/// node's capacity lies between. Behind the sources and behind the sinks is one more each; they play no part in
/// <see cref="MinCostFlowGoal.Balance"/>. Entries come first, in node order, then exits in node order, then the two.
/// </summary>
public static class ExpandedNodes
{
    /// <summary>How many there are: twice the graph's nodes and two.</summary>
    /// <param name="graph">The graph.</param>
    public static int Count(FlowGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return (2 * graph.NodeCount) + 2;
    }

    /// <summary>Where goods leave a node; they enter it at the node's own number.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="node">0 to its node count - 1; not checked.</param>
    public static int Exit(FlowGraph graph, int node)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.NodeCount + node;
    }

    /// <summary>The node behind all sources.</summary>
    /// <param name="graph">The graph.</param>
    public static int SourceHub(FlowGraph graph) => Count(graph) - 2;

    /// <summary>The node behind all sinks.</summary>
    /// <param name="graph">The graph.</param>
    public static int SinkHub(FlowGraph graph) => Count(graph) - 1;
}
