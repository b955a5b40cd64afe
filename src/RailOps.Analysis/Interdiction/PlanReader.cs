using System.Collections.Immutable;
using RailOps.Analysis.Criticality;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Analysis.Supply;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Outcomes;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Interdiction;

/// <summary>
/// Turns plans of the solvers into what they do to the fronts: allocates anew on the graph after the plan, and has every allocation
/// checked. Where the plan minimises what is delivered, the allocation must deliver just that.
/// </summary>
internal sealed class PlanReader
{
    // Reading a plan is no part of the search, so a short search does not spoil it; a hard weighted allocation may run into this.
    private static readonly TimeSpan AllocationLimit = TimeSpan.FromSeconds(2);

    private readonly AttackQuestion _question;
    private readonly SolveOptions _options;
    private readonly SolveTally _tally;
    private readonly CancellationToken _token;

    public PlanReader(AttackQuestion question, SearchLimits limits, CancellationToken token)
    {
        _question = question;
        _options = SolveOptions.Default with { TimeLimit = AllocationLimit, TimeProvider = limits.Time };
        _tally = new SolveTally(limits.Time);
        _token = token;
        var supply = question.Supply;
        Capacities = CapacityGraphBuilder.Build(supply.Situation, DemandCalculator.Calculate(supply.Situation, supply.Posture));
        Attack = AttackGraph.Build(question, Capacities);
        Before = Allocate(Capacities);
    }

    /// <summary>The graph before the attack.</summary>
    public CapacityGraph Capacities { get; }

    /// <summary>The graph with the targets.</summary>
    public AttackGraph Attack { get; }

    /// <summary>What is delivered before the attack.</summary>
    public AllocationResult Before { get; }

    /// <summary>Allocates for whole divisions sustained before the attack, at the three levels.</summary>
    public LevelCount SustainedBefore() => ByLevel(Capacities, Before);

    /// <summary>What the demanders draw, one worth per whole division.</summary>
    public AllocationProblem Divisions => new(Attack.Graph, Capacities.Source, [
        .. Capacities.Needs.Select((need, i) => new AllocationDemand(
            Capacities.FrontNodes[i], Math.Max(1, need.SliceKilogramsPerDay(EstimateLevel.Best)), need.PresentCount, need.Front.Priority, Weight: 1)),
    ]);

    /// <summary>The solves of the allocations, and those counted by the caller.</summary>
    public SolveTally Tally => _tally;

    /// <summary>What a plan does.</summary>
    /// <param name="attacks">The attacks.</param>
    /// <param name="value">What a proven plan leaves (kg/day); null: it minimises something else, or the search was stopped before it knew.</param>
    /// <param name="sustainable">Most whole divisions however shared; null: not worked out.</param>
    public PlanEffect Read(ImmutableArray<Attack> attacks, long? value, long? sustainable)
    {
        var graph = Attack.Under(attacks);
        var after = Allocate(graph);
        if (value is { } said && after.Termination == Termination.Optimal)
            RequireValue(after.TotalDelivered, said);
        var planned = attacks.Select(a => new PlannedAttack(Attack.RailTargets[a.Target], Attack.RailTargets[a.Target].Modes[a.Level])).ToImmutableArray();
        return new PlanEffect(
            planned,
            [.. _question.Budgets.Select(b => new ResourceBudget(b.Resource, planned.Where(p => p.Mode.Use.Resource == b.Resource).Sum(p => p.Mode.Use.CostCount)))],
            ByLevel(graph, after),
            Before.UnitCounts.Sum() - after.UnitCounts.Sum(),
            sustainable,
            after.TotalDelivered,
            Before.TotalDelivered - after.TotalDelivered,
            Losses(after),
            planned.Aggregate(1m, (chance, p) => chance * (p.Mode.SuccessProbability?.Best ?? 1m)),
            Expected(attacks, planned),
            [.. planned.SelectMany(Changes)],
            CutSentence(graph, after));
    }

    private LevelCount ByLevel(CapacityGraph graph, AllocationResult best) =>
        LevelCount.From(level => (level == EstimateLevel.Best ? best : Allocate(graph, level)).UnitCounts.Sum());

    private AllocationResult Allocate(CapacityGraph graph, EstimateLevel level = EstimateLevel.Best) =>
        new SupplyAllocator(graph, _question.Supply.Policy, _options, _tally, _token, _question.Supply.Solver).Allocate(level);

    // Fair shares are rounded down to whole kilograms for each front.
    private void RequireValue(long delivered, long said)
    {
        var slack = _question.Supply.Policy == AllocationPolicy.Fair ? Capacities.Needs.Length : 0;
        if (delivered > said || delivered < said - slack)
            throw new InvalidOperationException($"The plan is said to leave {said} kg/day, but the allocation after it delivers {delivered} kg/day.");
    }

    private ImmutableArray<FrontLoss> Losses(AllocationResult after) =>
    [
        .. Enumerable.Range(0, Capacities.Needs.Length)
            .Select(i => new FrontLoss(
                Capacities.Needs[i].Front, Before.UnitCounts[i] - after.UnitCounts[i], Before.Delivered[i] - after.Delivered[i]))
            .Where(l => l.LostCount != 0 || l.LostKilogramsPerDay != 0)
            .OrderByDescending(l => l.LostKilogramsPerDay)
            .ThenBy(l => l.Front.Id, StringComparer.Ordinal),
    ];

    // Chances not stated are taken as certain; with none uncertain there is nothing to expect but the plan itself.
    private ExpectedDelivery? Expected(ImmutableArray<Attack> attacks, ImmutableArray<PlannedAttack> planned)
    {
        if (planned.All(p => p.Mode.SuccessProbability is null or { Best: 1m }))
            return null;
        ImmutableArray<long> chances = [.. planned.Select(p => (long)((p.Mode.SuccessProbability?.Best ?? 1m) * OutcomeExpectation.Million))];
        var expectation = OutcomeExpectation.Of(Attack.Problem, attacks, chances, OutcomeOptions.Default with { Limits = _options }, _token);
        _token.ThrowIfCancellationRequested();
        var isTold = expectation.Termination == Termination.Optimal && expectation.Kind is OutcomeKind.Exact or OutcomeKind.Sampled;
        return isTold ? new ExpectedDelivery((decimal)expectation.Mean, expectation.Kind == OutcomeKind.Exact) : null;
    }

    private static IEnumerable<Change> Changes(PlannedAttack attack)
    {
        var targets = attack.Target.Kind is null ? attack.Target.LinkIds.Select(l => $"link:{l}") : [attack.Target.Key];
        return targets.Select<string, Change>(t => attack.Mode.CapacityLeftRatio == 0m ? new Change.Close(t) : new Change.Derate(t, attack.Mode.CapacityLeftRatio));
    }

    private string CutSentence(CapacityGraph graph, AllocationResult after)
    {
        var shortFronts = Enumerable.Range(0, graph.Needs.Length).Where(i => after.UnitCounts[i] < graph.Needs[i].PresentCount).ToList();
        var session = new MaxFlowSession(graph.FlowGraphOf(EstimateLevel.Best), graph.Source, graph.Sink);
        session.Augment(_token);
        _tally.Add(session);
        _token.ThrowIfCancellationRequested();
        return shortFronts.Count == 0
            ? ""
            : new CutReader(graph).Read(session.MinimalSourceSide(), session.CutIsUnique, needsCount: true, shortFronts).Sentence;
    }
}
