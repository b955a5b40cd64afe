using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>The plan without attacks, with the arcs at the sources or at the sinks as a cut: the answer to a search stopped at once. O(n + m).</summary>
internal static class IdlePlan
{
    public static AttackPlan Of(InterdictionProblem problem)
    {
        var (atSources, atSinks) = (new bool[problem.Graph.NodeCount], new bool[problem.Graph.NodeCount]);
        Array.Fill(atSinks, value: true);
        foreach (var source in problem.Sources)
            atSources[source] = true;
        foreach (var sink in problem.Sinks)
            atSinks[sink] = false;
        var (first, second) = (CapacityOf(problem.Graph, atSources), CapacityOf(problem.Graph, atSinks));
        var (marks, value) = first <= second ? (atSources, first) : (atSinks, second);
        var cut = value == FlowGraph.Unlimited ? null : new NodeCut([.. marks], [], value);
        return new AttackPlan([], [.. new long[problem.Budgets.Length]], value, cut);
    }

    private static long CapacityOf(FlowGraph graph, bool[] marks)
    {
        var sum = 0L;
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (tail, head) = (marks[graph.Tail(arc)], marks[graph.Head(arc)]);
            if (tail == head || (head && graph.IsDirected(arc)))
                continue;
            if (graph.Capacity(arc) == FlowGraph.Unlimited)
                return FlowGraph.Unlimited;
            sum += graph.Capacity(arc);
        }

        return sum;
    }
}
