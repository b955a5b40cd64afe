using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Verifies a <see cref="MaxFlowResult"/> from the graph and the result's data alone, sharing no code with any solver: arc and
/// node capacities, conservation, and that the cut separates sources from sinks and has exactly the value's capacity (L. R. Ford
/// and D. R. Fulkerson 1956). O(nodes + arcs), 128-bit sums.
/// </summary>
public static class MaxFlowChecker
{
    /// <summary>Checks an answer.</summary>
    /// <param name="graph">The graph it was asked about.</param>
    /// <param name="sources">The sources asked about.</param>
    /// <param name="sinks">The sinks asked about.</param>
    /// <param name="result">The answer.</param>
    public static CheckReport Check(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, MaxFlowResult result)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(result);
        var problem = result.Termination switch
        {
            Termination.Optimal => FlowProblem(graph, sources, sinks, result) ?? CutProblem(graph, sources, sinks, result),
            Termination.TimeLimit or Termination.Stopped => FlowProblem(graph, sources, sinks, result),
            Termination.Unbounded => PathProblem(graph, sources, sinks, result),
            Termination.OutOfRange => graph.IsInRange ? $"The capacities sum to {graph.FiniteTotal}, which is in range." : null,
            _ => $"Termination {result.Termination} says nothing.",
        };
        if (problem is not null)
            return CheckReport.Refused(problem);
        var proven = result.Termination is Termination.Optimal or Termination.Unbounded or Termination.OutOfRange;
        return CheckReport.Accepted(proven ? ProofKind.Certified : ProofKind.None);
    }

    private static string? FlowProblem(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, MaxFlowResult result)
    {
        var net = FlowSum.NetOutflow(graph, result.ArcFlow, drawn: [], out var problem);
        if (net is null)
            return problem;
        Int128 sent = 0;
        for (var node = 0; node < net.Length; node++)
        {
            var (isSource, isSink) = (sources.Contains(node), sinks.Contains(node));
            if ((net[node] > 0 && !isSource) || (net[node] < 0 && !isSink))
                return $"Node {node} should pass on what it gets, but gives {net[node]} flow units net.";
            sent += isSource ? net[node] : 0;
        }

        return sent == result.Value ? null : $"The sources should send {result.Value} flow units, but send {sent}.";
    }

    private static string? CutProblem(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, MaxFlowResult result)
    {
        if (result.Certificate is not { } cut)
            return "An optimal answer should carry a cut, but has none.";
        if (CutSum.Of(graph, cut, out var problem) is not { } capacity)
            return problem;
        foreach (var source in sources)
        {
            if (!cut.SourceSide[source])
                return $"Source {source} should be on the source side of the cut, but is not.";
        }

        foreach (var sink in sinks)
        {
            if (cut.SourceSide[sink] && !cut.CutNodes.Contains(sink))
                return $"Sink {sink} should be on the sink side of the cut, but is not.";
        }

        if (capacity != result.Value || cut.Capacity != result.Value)
            return $"The cut should have the value's capacity, {result.Value} flow units, but has {capacity} (stated {cut.Capacity}).";
        return null;
    }

    private static string? PathProblem(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, MaxFlowResult result)
    {
        if (result.UnlimitedPath.IsEmpty)
            return "An unbounded answer should carry a path, but has none.";
        foreach (var start in sources)
        {
            var end = Walk(graph, start, result.UnlimitedPath.AsSpan());
            if (end >= 0 && sinks.Contains(end))
                return null;
        }

        return "The path should lead from a source to a sink over unlimited arcs and nodes, but does not.";
    }

    /// <summary>Follows arcs from a node; the node reached, or -1 if the walk breaks or meets a limit.</summary>
    private static int Walk(FlowGraph graph, int start, ReadOnlySpan<int> path)
    {
        var node = start;
        foreach (var arc in path)
        {
            if (graph.Capacity(arc) != FlowGraph.Unlimited || graph.NodeCapacity(node) != FlowGraph.Unlimited)
                return -1;
            if (graph.Tail(arc) == node)
                node = graph.Head(arc);
            else if (!graph.IsDirected(arc) && graph.Head(arc) == node)
                node = graph.Tail(arc);
            else
                return -1;
        }

        return graph.NodeCapacity(node) == FlowGraph.Unlimited ? node : -1;
    }
}
