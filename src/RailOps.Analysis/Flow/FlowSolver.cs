using System.Collections.Immutable;
using System.Globalization;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Flow;

/// <summary>Answers what the most is that can pass between two sets of places, on a stored network or on a timeline.</summary>
public static class FlowSolver
{
    /// <summary>Name for all sources of supply of the side.</summary>
    public const string AllSources = "sources";

    /// <summary>Name for all fronts of the side.</summary>
    public const string AllFronts = "fronts";

    /// <summary>Solves on a network given by capacities alone.</summary>
    /// <param name="network">The network.</param>
    /// <param name="from">Node ids.</param>
    /// <param name="to">Node ids.</param>
    /// <param name="solver">Who solves it.</param>
    /// <param name="options">Limits of the solver.</param>
    /// <param name="token">Cancellation.</param>
    /// <returns>The answer or every problem.</returns>
    public static FlowResult Solve(
        CapacityNetwork network, IReadOnlyList<string> from, IReadOnlyList<string> to, IMaxFlowSolver solver, SolveOptions options,
        CancellationToken token)
    {
        var nodes = network.Nodes.Select((n, i) => (n.Key, Index: i)).ToDictionary(x => x.Key, x => x.Index, StringComparer.Ordinal);
        var builder = new FlowGraphBuilder();
        builder.AddNodes(nodes.Count);
        foreach (var edge in network.Edges)
        {
            var capacity = edge.Capacity ?? FlowGraph.Unlimited;
            if (edge.IsDirected)
                builder.AddArc(nodes[edge.FromId], nodes[edge.ToId], capacity);
            else
                builder.AddEdge(nodes[edge.FromId], nodes[edge.ToId], capacity);
        }

        var names = nodes.ToDictionary(p => p.Key, p => new[] { p.Value }, StringComparer.Ordinal);
        var subject = new FlowSubject(
            network.Id, network.CapacityUnit, 1, builder.Build(), [.. network.Nodes.Select(n => n.Key)],
            [.. network.Edges.Select(e => e.Id)], "in this network");
        return Solve(subject, names, from, to, isWhole: true, solver, options, token);
    }

    /// <summary>Solves on a situation of a timeline.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="level">Level of the capacities.</param>
    /// <param name="from">Station ids, or <see cref="AllSources"/>.</param>
    /// <param name="to">Station ids, front ids (<c>front:x</c> where a station has the same id), or <see cref="AllFronts"/>.</param>
    /// <param name="solver">Who solves it.</param>
    /// <param name="options">Limits of the solver.</param>
    /// <param name="token">Cancellation.</param>
    /// <returns>The answer or every problem.</returns>
    public static FlowResult Solve(
        Situation situation,
        EstimateLevel level,
        IReadOnlyList<string> from,
        IReadOnlyList<string> to,
        IMaxFlowSolver solver,
        SolveOptions options,
        CancellationToken token)
    {
        var graph = CapacityGraphBuilder.Build(situation, DemandCalculator.Calculate(situation, null));
        var result = Solve(SubjectOf(graph, level), NamesOf(graph), from, to, IsWhole(situation), solver, options, token);
        return result.Answer is { Value: 0 } && !IsWhole(situation) && !HasRouteWhenWhole(situation, level, from, to, options, token)
            ? new FlowResult(null, [NoRoute(from, to, WithoutChanges(situation))])
            : result;
    }

    private static FlowSubject SubjectOf(CapacityGraph graph, EstimateLevel level) => new(
        graph.Situation.Spec.Infrastructure.Timeline.Id,
        "tonnes a day",
        1000,
        graph.FlowGraphOf(level),
        graph.NodeNames,
        [.. graph.Arcs.Select(a => a.SubjectId)],
        WithoutChanges(graph.Situation));

    private static bool IsWhole(Situation situation) => situation.AppliedChanges.IsEmpty;

    private static bool HasRouteWhenWhole(
        Situation situation, EstimateLevel level, IReadOnlyList<string> from, IReadOnlyList<string> to, SolveOptions options, CancellationToken token)
    {
        var whole = SituationBuilder.Build(situation.Data, situation.Spec with { Events = [], Changes = [] }).Situation!;
        return Solve(whole, level, from, to, new DinicMaxFlowSolver(), options, token).Answer is { Value: not 0 };
    }

    // Station ids stand for all nodes of the station: its tracks of every gauge and its ships.
    private static Dictionary<string, int[]> NamesOf(CapacityGraph graph)
    {
        var names = new Dictionary<string, int[]>(StringComparer.Ordinal) { [AllSources] = [graph.Source], [AllFronts] = [.. graph.FrontNodes] };
        var stations = graph.NodeNames
            .Select((name, i) => (Name: name, Node: i))
            .Where(x => x.Node > graph.Sink && !x.Name.StartsWith("front:", StringComparison.Ordinal))
            .GroupBy(x => x.Name.Split('@')[0], x => x.Node, StringComparer.Ordinal);
        foreach (var station in stations)
            names[station.Key] = [.. station];
        // A front may bear the name of a station, which comes first; front:x is always the front.
        for (var i = 0; i < graph.Needs.Length; i++)
        {
            names.TryAdd(graph.Needs[i].Front.Id, [graph.FrontNodes[i]]);
            names[$"front:{graph.Needs[i].Front.Id}"] = [graph.FrontNodes[i]];
        }

        return names;
    }

    private static FlowResult Solve(
        FlowSubject subject,
        IReadOnlyDictionary<string, int[]> names,
        IReadOnlyList<string> from,
        IReadOnlyList<string> to,
        bool isWhole,
        IMaxFlowSolver solver,
        SolveOptions options,
        CancellationToken token)
    {
        var terminals = new Terminals(names);
        var sources = terminals.Find(from, "from");
        var sinks = terminals.Find(to, "to");
        terminals.RefuseOverlap(sources, sinks, to);
        if (terminals.Problems.Length > 0)
            return new FlowResult(null, terminals.Problems);
        var start = options.TimeProvider.GetTimestamp();
        var result = solver.Solve(subject.Graph, sources, sinks, options, token);
        if (result.Termination == Termination.Stopped)
            token.ThrowIfCancellationRequested();
        if (result.Termination == Termination.Optimal && result.Value == 0 && isWhole)
            return new FlowResult(null, [NoRoute(from, to, subject.WhenWhole)]);
        return new FlowResult(Answer(subject, solver, result, sources, sinks, from, to, options.TimeProvider.GetElapsedTime(start)), []);
    }

    private static string WithoutChanges(Situation situation) =>
        $"on {situation.Date:yyyy-MM-dd} over what {situation.SideId} holds, even without events and changes";

    private static FlowProblem NoRoute(IReadOnlyList<string> from, IReadOnlyList<string> to, string whenWhole)
    {
        var text = $"{string.Join(", ", from)} -> {string.Join(", ", to)}";
        return new FlowProblem("NO_ROUTE", "to", text, $"No route joins {text} {whenWhole}.", "");
    }

    private static FlowAnswer Answer(
        FlowSubject subject, IMaxFlowSolver solver, MaxFlowResult result, int[] sources, int[] sinks, IReadOnlyList<string> from, IReadOnlyList<string> to,
        TimeSpan duration)
    {
        var isBounded = result.Termination != Termination.Unbounded;
        var hasCut = result.Termination == Termination.Optimal;
        var accepted = isBounded && MaxFlowChecker.Check(subject.Graph, sources, sinks, result).IsAccepted;
        var cut = hasCut ? subject.CutOf(result) : [];
        var sourceSide = hasCut
            ? subject.NodeNames.Where((_, i) => result.SourceSide[i]).Order(StringComparer.Ordinal).ToImmutableArray()
            : [];
        var proof = hasCut
            ? "The flow is feasible and equals the capacity of the cut, so neither more flow nor a smaller cut exists (Ford and Fulkerson 1956)."
            : "The flow is feasible; no cut proves that it is the largest.";
        var facts = new SolveFacts(
            result.Termination, solver is DinicMaxFlowSolver ? "Dinic maximum flow" : solver.Name, accepted, proof, result.Statistics.AugmentationCount, 1, subject.Graph.ArcCount, duration);
        var headline = Headline(subject, result, cut.Length, $"from {string.Join(", ", from)} to {string.Join(", ", to)}");
        return new FlowAnswer(
            subject.Id, subject.Unit, subject.UnitsPerAmount, isBounded ? result.Value : -1, cut, isBounded ? subject.FlowsOf(result) : [],
            sourceSide, hasCut && result.CutIsUnique, headline, facts);
    }

    private static string Headline(FlowSubject subject, MaxFlowResult result, int placeCount, string route)
    {
        if (result.Termination == Termination.Unbounded)
            return $"Nothing limits the flow {route}.";
        var amount = (result.Value / (decimal)subject.UnitsPerAmount).ToString("#,0.###", CultureInfo.InvariantCulture);
        return result.Termination == Termination.Optimal
            ? $"At most {amount} {subject.Unit} {route}; {Wording.Count(placeCount, "place")} in the cut."
            : $"At least {amount} {subject.Unit} {route}; the search stopped before the most was found.";
    }
}
