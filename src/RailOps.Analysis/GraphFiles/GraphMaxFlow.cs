using System.Collections.Immutable;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Cuts;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.GraphFiles;

/// <summary>Answers what the most is that can pass a graph that a user brought.</summary>
public static class GraphMaxFlow
{
    private static readonly Dictionary<AttackElement, long> NothingAttacked = [];

    /// <summary>Solves and checks.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="question">Ends, cuts wanted, limits.</param>
    /// <param name="token">Cancelling gives the flow found so far.</param>
    public static GraphOutcome<GraphFlowAnswer> Solve(NamedGraph graph, FlowQuestion question, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(question);
        var faults = new List<GraphFault>();
        var terminals = GraphTerminals.Find(graph, question.Sources, question.Sinks, faults);
        if (faults.Count > 0)
            return new GraphOutcome<GraphFlowAnswer>(null, [.. faults]);
        var (chosen, clock) = (question.Solver is { } named ? new MaxFlowChoice<IMaxFlowSolver>(named, $"{named.Name}, as asked for.") : MaxFlowChooser.ForFlow(graph.Graph), question.Limits.Clock);
        var options = new SolveOptions { TimeLimit = question.Limits.TimeLimit, TimeProvider = clock };
        var start = clock.GetTimestamp();
        var result = chosen.Solver.Solve(graph.Graph, terminals.Sources.AsSpan(), terminals.Sinks.AsSpan(), options, token);
        var solved = clock.GetTimestamp();
        var (check, certificate) = Check(graph, terminals, result, question.WithCertificate);
        var solve = new GraphSolve(result.Termination, chosen.Solver.Name, check, result.Statistics, clock.GetElapsedTime(start, solved), clock.GetElapsedTime(solved));
        var answer = new GraphFlowAnswer(
            graph, Names(graph, terminals.Sources), Names(graph, terminals.Sinks), graph.Amount(result.Value),
            Cuts(graph, terminals, result, question.CutCount, token), result.CutIsUnique, Flows(graph, result),
            [.. result.UnlimitedPath.Select(arc => graph.File.Edges[arc].Id)], chosen.Reason, certificate, solve);
        return new GraphOutcome<GraphFlowAnswer>(answer, []);
    }

    private static (CheckReport Check, string? Certificate) Check(NamedGraph graph, GraphTerminals terminals, MaxFlowResult result, bool withCertificate)
    {
        var check = MaxFlowChecker.Check(graph.Graph, terminals.Sources.AsSpan(), terminals.Sinks.AsSpan(), result);
        if (!check.IsAccepted || !withCertificate || result.Termination is not (Termination.Optimal or Termination.Unbounded))
            return (check, null);
        var problem = FlowCertificate.Problem(graph.Graph, terminals);
        var certificate = FlowCertificate.Of(problem, result);
        return (InterdictionChecker.Check(problem, certificate), InterdictionJson.Write(problem, certificate));
    }

    private static ImmutableArray<GraphCut> Cuts(NamedGraph graph, GraphTerminals terminals, MaxFlowResult result, int count, CancellationToken token)
    {
        if (result.Certificate is not { } nearest)
            return [];
        if (count == 1 || result.CutIsUnique)
            return [graph.CutOf(nearest, NothingAttacked)];
        var session = new MaxFlowSession(graph.Graph, terminals.Sources.AsSpan(), terminals.Sinks.AsSpan());
        session.Augment(token);
        if (token.IsCancellationRequested)
            return [graph.CutOf(nearest, NothingAttacked)];
        using var pager = CutPager.MinimumCuts(session);
        return [.. pager.NextPage(count, token).Cuts.Select(cut => graph.CutOf(cut, NothingAttacked))];
    }

    private static ImmutableArray<GraphEdgeFlow> Flows(NamedGraph graph, MaxFlowResult result) =>
    [
        .. Enumerable.Range(0, result.ArcFlow.Length).Where(arc => result.ArcFlow[arc] != 0).Select(arc => new GraphEdgeFlow(
            graph.Place(AttackElement.Arc(arc)), graph.Scale.ToAmount(result.ArcFlow[arc]), graph.File.Edges[arc].Capacity)),
    ];

    private static ImmutableArray<string> Names(NamedGraph graph, ImmutableArray<int> nodes) => [.. nodes.Select(node => graph.File.Nodes[node].Name)];
}
