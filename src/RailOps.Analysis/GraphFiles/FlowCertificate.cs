using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.GraphFiles;

/// <summary>
/// Writes a maximum flow with its cut as the certificate of an interdiction without anything to attack (docs/certificates.md), so that
/// the same checkers verify both: the cut shows that no more gets through, one round with the flow that as much does.
/// </summary>
internal static class FlowCertificate
{
    /// <summary>The problem without targets.</summary>
    public static InterdictionProblem Problem(FlowGraph graph, GraphTerminals terminals) =>
        new(graph, terminals.Sources, terminals.Sinks, [], [0]);

    /// <summary>The certificate of a largest or an unlimited flow.</summary>
    public static InterdictionCertificate Of(InterdictionProblem problem, MaxFlowResult result)
    {
        var isUnlimited = result.Termination == Termination.Unbounded;
        var flow = isUnlimited ? AlongPath(problem, result.UnlimitedPath) : result.ArcFlow;
        var round = Round(problem, flow);
        return new InterdictionCertificate(
            new AttackPlan([], [0], result.Value, result.Certificate),
            [new InterdictionProofNode([round], Target: -1, Level: -1, Attacked: -1, Without: -1)]);
    }

    /// <summary>More than all finite capacities, along a path without limit.</summary>
    private static ImmutableArray<long> AlongPath(InterdictionProblem problem, ImmutableArray<int> path)
    {
        var (graph, amount) = (problem.Graph, (long)problem.Graph.FiniteTotal + 1);
        var flow = new long[graph.ArcCount];
        var node = problem.Sources.First(source => graph.Tail(path[0]) == source || graph.Head(path[0]) == source);
        foreach (var arc in path)
        {
            var isForward = graph.Tail(arc) == node;
            flow[arc] = isForward ? amount : -amount;
            node = isForward ? graph.Head(arc) : graph.Tail(arc);
        }

        return [.. flow];
    }

    private static InterdictionProofRound Round(InterdictionProblem problem, ImmutableArray<long> arcFlow)
    {
        var graph = problem.Graph;
        var (pieces, flows) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<long>());
        var (gives, takes) = (new long[graph.NodeCount], new long[graph.NodeCount]);
        var piece = 0;
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (flow, from, to) = arcFlow[arc] >= 0 ? (arcFlow[arc], graph.Tail(arc), graph.Head(arc)) : (-arcFlow[arc], graph.Head(arc), graph.Tail(arc));
            (gives[from], takes[to]) = (gives[from] + flow, takes[to] + flow);
            var hasWayBack = !graph.IsDirected(arc) && (IsSplit(graph, from) || IsSplit(graph, to));
            Add(piece + (hasWayBack && arcFlow[arc] < 0 ? 1 : 0), hasWayBack ? flow : arcFlow[arc]);
            piece += hasWayBack ? 2 : 1;
        }

        for (var node = 0; node < graph.NodeCount; node++)
        {
            if (IsSplit(graph, node))
                Add(piece++, problem.Sinks.Contains(node) ? takes[node] : gives[node]);
        }

        return new InterdictionProofRound(Scale: 1, [0], pieces.ToImmutable(), flows.ToImmutable());

        void Add(int index, long flow)
        {
            if (flow == 0)
                return;
            pieces.Add(index);
            flows.Add(flow);
        }
    }

    private static bool IsSplit(FlowGraph graph, int node) => graph.NodeCapacity(node) != FlowGraph.Unlimited;
}
