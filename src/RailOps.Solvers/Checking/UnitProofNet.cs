using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Solvers.Checking;

/// <summary>The problem's graph with a sink and, behind all other arcs, an arc from each demander to it, worked out from the problem alone.</summary>
internal static class UnitProofNet
{
    /// <summary>A problem of plain flow in which demanders draw so much.</summary>
    public static InterdictionProblem With(UnitInterdictionProblem problem, IReadOnlyList<long> draw)
    {
        var builder = new FlowGraphBuilder();
        var graph = problem.Allocation.Graph;
        builder.AddNodes(graph.NodeCount + 1);
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            if (graph.IsDirected(arc))
                builder.AddArc(graph.Tail(arc), graph.Head(arc), graph.Capacity(arc));
            else
                builder.AddEdge(graph.Tail(arc), graph.Head(arc), graph.Capacity(arc));
        }

        for (var node = 0; node < graph.NodeCount; node++)
            builder.SetNodeCapacity(node, graph.NodeCapacity(node));
        for (var demand = 0; demand < draw.Count; demand++)
            builder.AddArc(problem.Allocation.Demands[demand].Node, graph.NodeCount, draw[demand]);
        return new InterdictionProblem(builder.Build(), [problem.Allocation.Source], [graph.NodeCount], problem.Targets, problem.Budgets);
    }
}
