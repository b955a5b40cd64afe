using System.Collections.Immutable;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Checking;

/// <summary>Adds up a flow at every node and compares it with the capacities.</summary>
internal static class FlowSum
{
    /// <summary>
    /// Net outflow per node (supplied at the node if positive, drawn there if negative), or null with a reason if some arc or
    /// node carries more than it can. What is drawn at nodes (one entry per node, or none at all) counts as passing them.
    /// </summary>
    public static Int128[]? NetOutflow(FlowGraph graph, ImmutableArray<long> arcFlow, ReadOnlySpan<long> drawn, out string problem)
    {
        if (arcFlow.IsDefault || arcFlow.Length != graph.ArcCount)
        {
            problem = $"There should be a flow for each of {graph.ArcCount} arcs, but there are {(arcFlow.IsDefault ? 0 : arcFlow.Length)}.";
            return null;
        }

        var outflow = new Int128[graph.NodeCount];
        var inflow = new Int128[graph.NodeCount];
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            problem = ArcProblem(graph, arc, arcFlow[arc]);
            if (problem.Length > 0)
                return null;
            if (graph.Tail(arc) != graph.Head(arc))
                Add(graph, arc, arcFlow[arc], outflow, inflow);
        }

        problem = NodeProblem(graph, outflow, inflow, drawn);
        return problem.Length > 0 ? null : Difference(outflow, inflow);
    }

    private static void Add(FlowGraph graph, int arc, Int128 flow, Int128[] outflow, Int128[] inflow)
    {
        var (from, to) = flow >= 0 ? (graph.Tail(arc), graph.Head(arc)) : (graph.Head(arc), graph.Tail(arc));
        outflow[from] += Int128.Abs(flow);
        inflow[to] += Int128.Abs(flow);
    }

    private static string ArcProblem(FlowGraph graph, int arc, long flow)
    {
        var capacity = graph.Capacity(arc);
        var least = graph.IsDirected(arc) ? 0 : -capacity;
        return flow >= least && flow <= capacity ? string.Empty : $"Arc {arc} should carry {least} to {capacity} flow units, but carries {flow}.";
    }

    private static string NodeProblem(FlowGraph graph, Int128[] outflow, Int128[] inflow, ReadOnlySpan<long> drawn)
    {
        for (var node = 0; node < graph.NodeCount; node++)
        {
            // Whatever a node supplies or draws itself passes through it too.
            var through = Int128.Max(outflow[node] + (drawn.IsEmpty ? 0 : drawn[node]), inflow[node]);
            if (graph.NodeCapacity(node) != FlowGraph.Unlimited && through > graph.NodeCapacity(node))
                return $"Node {node} should pass at most {graph.NodeCapacity(node)} flow units, but passes {through}.";
        }

        return string.Empty;
    }

    private static Int128[] Difference(Int128[] outflow, Int128[] inflow)
    {
        for (var node = 0; node < outflow.Length; node++)
            outflow[node] -= inflow[node];
        return outflow;
    }
}
