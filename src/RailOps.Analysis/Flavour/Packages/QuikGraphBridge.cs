using QuikGraph;
using RailOps.Analysis.Graph;
using RailOps.Model.Units;

namespace RailOps.Analysis;

/// <summary>
/// Hands a capacity graph to QuikGraph, for its algorithms and exports. Built with -p:FullFeed=true only; the partial feed that the default
/// build restores from lacks the package, so this file is kept as small as it can be.
/// </summary>
public static class QuikGraphBridge
{
    /// <summary>
    /// The graph at one level. Vertices are the node names; the tag of an edge is its capacity in whole kilograms a day
    /// (<see cref="Solvers.Graphs.FlowGraph.Unlimited"/>: not limited). What is usable both ways becomes one edge in each direction, each with the
    /// whole capacity. Edges come in the order of <see cref="CapacityGraph.Arcs"/>.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="level">Level of the capacities.</param>
    /// <returns>A graph of its own; changing it changes nothing else.</returns>
    public static BidirectionalGraph<string, TaggedEdge<string, long>> ToQuikGraph(this CapacityGraph graph, EstimateLevel level)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var copy = new BidirectionalGraph<string, TaggedEdge<string, long>>(allowParallelEdges: true);
        copy.AddVertexRange(graph.NodeNames);
        foreach (var arc in graph.Arcs)
        {
            var (tail, head) = (graph.NodeNames[arc.Tail], graph.NodeNames[arc.Head]);
            copy.AddEdge(new TaggedEdge<string, long>(tail, head, arc.Capacity[level]));
            if (arc.IsBothWays)
                copy.AddEdge(new TaggedEdge<string, long>(head, tail, arc.Capacity[level]));
        }

        return copy;
    }
}
