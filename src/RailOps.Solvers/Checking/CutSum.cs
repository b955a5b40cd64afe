using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Checking;

/// <summary>Adds up the capacity of a cut from graph and sides alone.</summary>
internal static class CutSum
{
    /// <summary>The capacity of the cut, or null with a reason if the cut is not well formed or crosses something unlimited.</summary>
    public static Int128? Of(FlowGraph graph, NodeCut cut, out string problem)
    {
        problem = ShapeProblem(graph, cut);
        if (problem.Length > 0)
            return null;
        var passes = CutArithmetic.Passes(cut);
        Int128 sum = 0;
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var times = CutArithmetic.CrossingCount(graph, cut, passes, arc);
            if (times > 0 && graph.Capacity(arc) == FlowGraph.Unlimited)
            {
                problem = $"The cut crosses arc {arc}, whose capacity is unlimited.";
                return null;
            }

            sum += times == 0 ? 0 : (Int128)graph.Capacity(arc) * times;
        }

        foreach (var node in cut.CutNodes)
        {
            if (graph.NodeCapacity(node) == FlowGraph.Unlimited)
            {
                problem = $"The cut goes through node {node}, whose capacity is unlimited.";
                return null;
            }

            sum += graph.NodeCapacity(node);
        }

        return sum;
    }

    private static string ShapeProblem(FlowGraph graph, NodeCut cut)
    {
        if (cut.SourceSide.Length != graph.NodeCount)
            return $"The cut should name a side for each of {graph.NodeCount} nodes, but names {cut.SourceSide.Length}.";
        var previous = -1;
        foreach (var node in cut.CutNodes)
        {
            if (node <= previous || node >= graph.NodeCount)
                return $"Cut nodes should be ascending ids of nodes, but {node} follows {previous}.";
            if (!cut.SourceSide[node])
                return $"Cut node {node} should be on the source side, but is on the sink side.";
            previous = node;
        }

        return string.Empty;
    }
}
