using System.Collections.Immutable;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Supply;

/// <summary>
/// Answers how many divisions each front can sustain. Three allocations (cautious, most likely, favourable) on one capacity graph, each
/// with a certificate that an independent checker verifies; then the cuts that explain the most likely one.
/// </summary>
public sealed class SupplyAssessor
{
    // More than any net can carry; a flow that reaches it is not limited.
    internal const long NotLimitedKilogramsPerDay = 10_000_000_000_000;

    // Gains are worked out by solving again; a cut of more places is told without them beyond the largest.
    private const int MostGains = 20;
    private static readonly EstimateLevel[] Levels = [EstimateLevel.Low, EstimateLevel.Best, EstimateLevel.High];

    private readonly SupplyQuestion _question;
    private readonly CapacityGraph _graph;
    private readonly SolveOptions _options;
    private readonly CancellationToken _token;
    private readonly CutReader _cuts;
    private readonly Dictionary<EstimateLevel, AllocationResult> _allocations = [];
    private readonly Dictionary<EstimateLevel, long[]> _alone = [];
    private Termination _termination = Termination.Optimal;
    private bool _isAccepted = true;
    private long _augmentations;
    private long _solves;

    private SupplyAssessor(SupplyQuestion question, SolveOptions options, CancellationToken token)
    {
        _question = question;
        _options = options;
        _token = token;
        _graph = CapacityGraphBuilder.Build(question.Situation, DemandCalculator.Calculate(question.Situation, question.Posture));
        _cuts = new CutReader(_graph);
    }

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="options">Limits of the solvers.</param>
    /// <param name="token">Looked at every few thousand steps.</param>
    /// <returns>The answer; its <see cref="SupplyAssessment.Solve"/> says whether it is proven optimal.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before any answer was found.</exception>
    public static SupplyAssessment Assess(SupplyQuestion question, SolveOptions options, CancellationToken token) =>
        new SupplyAssessor(question, options, token).Run();

    /// <summary>Only the counts and deliveries at the best level, for comparisons: the same allocation without cuts and ranges.</summary>
    /// <param name="question">The question.</param>
    /// <param name="options">Limits of the solvers.</param>
    /// <param name="token">Looked at every few thousand steps.</param>
    /// <returns>Whole divisions and kilograms a day delivered, all fronts together.</returns>
    internal static (long Units, long DeliveredKilogramsPerDay) Totals(SupplyQuestion question, SolveOptions options, CancellationToken token)
    {
        var assessor = new SupplyAssessor(question, options, token);
        var result = assessor.Allocate(assessor._graph.FlowGraphOf(EstimateLevel.Best), EstimateLevel.Best);
        return (result.UnitCounts.Sum(), result.Delivered.Sum());
    }

    private SupplyAssessment Run()
    {
        foreach (var level in Levels)
        {
            _allocations[level] = Allocate(_graph.FlowGraphOf(level), level);
            _alone[level] = new long[_graph.Needs.Length];
        }

        var limiting = LimitingCuts();
        var binding = BindingCut();
        var next = binding is null ? null : NextCut(binding);
        var ceiling = Ceiling();
        var fronts = Enumerable.Range(0, _graph.Needs.Length).Select(i => Front(i, limiting[i])).ToImmutableArray();
        var facts = new SolveFacts(
            _termination, $"Dinic maximum flow, {_question.Policy} allocation", _isAccepted, SupplyWording.Proof(_question.Policy), _augmentations, _solves,
            _graph.Arcs.Length);
        var wording = new SupplyWording(_question, _graph, fronts, binding, next, ceiling);
        return new SupplyAssessment(
            _question, _graph, fronts, LinkUses(binding), binding, next, ceiling,
            wording.Headline(), wording.Sentences(), wording.Assumptions(), wording.Warnings(), facts);
    }

    private AllocationResult Allocate(FlowGraph graph, EstimateLevel level)
    {
        var demands = ImmutableArray.CreateBuilder<AllocationDemand>(_graph.Needs.Length);
        for (var i = 0; i < _graph.Needs.Length; i++)
        {
            var need = _graph.Needs[i];
            var slice = Math.Max(1, need.SliceKilogramsPerDay(level));
            demands.Add(new AllocationDemand(_graph.FrontNodes[i], slice, need.PresentCount, need.Front.Priority, need.Front.Weight));
        }

        var problem = new AllocationProblem(graph, _graph.Source, demands.MoveToImmutable());
        var result = AllocationSolver.Solve(problem, _question.Policy, _options, _token);
        _augmentations += result.Statistics.AugmentationCount;
        _solves++;
        if (result.Termination != Termination.Optimal && !IsWorthProven(result))
            _termination = result.Termination;
        _isAccepted &= AllocationChecker.Check(problem, result).IsAccepted;
        return result;
    }

    // The search may run out of time over ties although no allocation weighs more.
    private static bool IsWorthProven(AllocationResult result) => result.Bound == result.Objective && result.Termination == Termination.TimeLimit;

    // Every policy delivers all that can arrive; fair shares are rounded down to whole kilograms for each front.
    private void RequireMaximalDelivery(AllocationResult allocation, long maximumKilogramsPerDay)
    {
        var delivered = allocation.Delivered.Sum();
        var slack = _question.Policy == AllocationPolicy.Fair ? _graph.Needs.Length : 0;
        if (delivered > maximumKilogramsPerDay || delivered < maximumKilogramsPerDay - slack)
        {
            throw new InvalidOperationException(
                $"The allocation delivers {delivered} kg/day, but the maximum flow to the same needs is {maximumKilogramsPerDay} kg/day.");
        }
    }

    private Cut? BindingCut()
    {
        var allocation = _allocations[EstimateLevel.Best];
        var session = new MaxFlowSession(_graph.FlowGraphOf(EstimateLevel.Best), _graph.Source, _graph.Sink);
        session.Augment(_token);
        Count(session);
        RequireMaximalDelivery(allocation, session.Value);
        if (!Short(EstimateLevel.Best).Any())
            return null;
        var cut = _cuts.Read(session.MinimalSourceSide(), session.CutIsUnique, needsCount: true, Short(EstimateLevel.Best));
        return cut with
        {
            Elements = [.. cut.Elements.Select((e, i) => i < MostGains ? e with { GainOfOneTrainPair = GainOf(e, allocation) } : e)],
        };
    }

    private Gain? GainOf(CutElement element, AllocationResult before)
    {
        if (element.Arc.Link is not { } link || link.TonnesPerTrainPair.Best == 0m || element.CapacityKilogramsPerDay == 0)
            return null;
        var added = TonnesPerDay.RoundDown(link.TonnesPerTrainPair.Best).KilogramsPerDay;
        var after = Allocate(WithCapacity(element.ArcId, element.CapacityKilogramsPerDay + added), EstimateLevel.Best);
        return new Gain(
            added, after.Delivered.Sum() - before.Delivered.Sum(), after.UnitCounts.Sum() - before.UnitCounts.Sum());
    }

    private FlowGraph WithCapacity(int changedArc, long capacity)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(_graph.NodeNames.Length);
        for (var i = 0; i < _graph.Arcs.Length; i++)
        {
            var arc = _graph.Arcs[i];
            var value = i == changedArc ? capacity : arc.Capacity.Best;
            if (arc.IsBothWays)
                builder.AddEdge(arc.Tail, arc.Head, value);
            else
                builder.AddArc(arc.Tail, arc.Head, value);
        }

        return builder.Build();
    }

    // What was lost to one thing comes back together: relieving one tunnel of a closed group would only show the next.
    private Cut? NextCut(Cut binding)
    {
        var session = new MaxFlowSession(_graph.FlowGraphOf(EstimateLevel.Best), _graph.Source, _graph.Sink);
        var lost = binding.Elements.Select(e => CutReader.LostTo(e.Arc)).Where(x => x.Length > 0).ToHashSet(StringComparer.Ordinal);
        var relieved = binding.Elements.Select(e => e.ArcId).ToHashSet();
        for (var i = 0; i < _graph.Arcs.Length; i++)
        {
            var arc = _graph.Arcs[i];
            if (arc.Kind is GraphArcKind.Link or GraphArcKind.Transshipment or GraphArcKind.Entry
                && (relieved.Contains(i) || lost.Contains(CutReader.LostTo(arc))))
                session.SetCapacity(i, NotLimitedKilogramsPerDay);
        }

        session.Augment(_token);
        Count(session);
        var cut = _cuts.Read(session.MinimalSourceSide(), session.CutIsUnique, needsCount: true, Short(EstimateLevel.Best));
        return cut.Elements.All(e => e.Arc.Kind == GraphArcKind.Need) ? null : cut;
    }

    private Cut? Ceiling()
    {
        var session = new MaxFlowSession(_graph.FlowGraphOf(EstimateLevel.Best), _graph.Source, _graph.Sink);
        for (var i = 0; i < _graph.NeedArcs.Length; i++)
            session.SetCapacity(_graph.NeedArcs[i], _graph.Needs[i].PresentCount > 0 ? NotLimitedKilogramsPerDay : 0);
        session.Augment(_token);
        Count(session);
        return session.IsUnbounded || session.Value >= NotLimitedKilogramsPerDay || session.Value == 0
            ? null
            : _cuts.Read(session.MinimalSourceSide(), session.CutIsUnique, needsCount: false, Enumerable.Range(0, _graph.Needs.Length));
    }

    // Each front alone, at each level; the cut is read at the best level.
    private Cut?[] LimitingCuts()
    {
        var cuts = new Cut?[_graph.Needs.Length];
        foreach (var level in Levels)
        {
            var session = new MaxFlowSession(_graph.FlowGraphOf(level), _graph.Source, _graph.Sink);
            foreach (var arc in _graph.NeedArcs)
                session.SetCapacity(arc, 0);
            for (var i = 0; i < _graph.Needs.Length; i++)
            {
                session.Reset();
                session.SetCapacity(_graph.NeedArcs[i], NotLimitedKilogramsPerDay);
                session.Augment(_token);
                var isLimited = !session.IsUnbounded && session.Value < NotLimitedKilogramsPerDay;
                _alone[level][i] = isLimited ? session.Value : -1;
                if (level == EstimateLevel.Best && isLimited)
                    cuts[i] = _cuts.Read(session.MinimalSourceSide(), session.CutIsUnique, needsCount: false, [i]);
                session.Reset();
                session.SetCapacity(_graph.NeedArcs[i], 0);
            }

            Count(session);
        }

        return cuts;
    }

    private IEnumerable<int> Short(EstimateLevel level) =>
        Enumerable.Range(0, _graph.Needs.Length).Where(i => _allocations[level].UnitCounts[i] < _graph.Needs[i].PresentCount);

    private void Count(MaxFlowSession session)
    {
        _augmentations += session.AugmentationCount;
        _solves++;
    }

    private FrontAssessment Front(int index, Cut? limiting)
    {
        var need = _graph.Needs[index];
        var slice = LevelCount.From(need.SliceKilogramsPerDay);
        var sustained = LevelCount.From(level => _allocations[level].UnitCounts[index]);
        var delivered = LevelCount.From(level => need.PresentCount == 0 ? 0 : _allocations[level].Delivered[index]);
        var alone = LevelCount.From(level => AloneCount(index, level, slice[level]));
        var needed = LevelCount.From(level => slice[level] * need.PresentCount);
        var entries = Entries(need);
        var chain = SupplyWording.Chain(need, limiting, _alone[EstimateLevel.Best][index], delivered.Best, slice.Best, sustained.Best, _question.Policy);
        var grades = limiting?.Elements.Select(e => e.Arc.Grade).Append(need.Grade) ?? [need.Grade];
        return new FrontAssessment(
            need, sustained, alone, slice, needed, delivered, entries, limiting, chain, grades.Max(),
            _alone[EstimateLevel.Best][index] != 0, SupplyWording.FrontSentence(need, sustained.Best, delivered.Best, needed.Best, limiting, _question.Policy));
    }

    private long AloneCount(int index, EstimateLevel level, long sliceKilogramsPerDay)
    {
        var alone = _alone[level][index];
        return alone < 0 ? -1 : sliceKilogramsPerDay == 0 ? 0 : alone / sliceKilogramsPerDay;
    }

    private ImmutableArray<EntryUse> Entries(FrontNeed need)
    {
        var flows = _allocations[EstimateLevel.Best].ArcFlow;
        var node = _graph.FrontNodes[_graph.Needs.IndexOf(need)];
        var byStation = Enumerable.Range(0, _graph.Arcs.Length)
            .Where(i => _graph.Arcs[i].Kind == GraphArcKind.Entry && _graph.Arcs[i].Head == node)
            .ToDictionary(i => _graph.Arcs[i].SubjectId, i => flows[i], StringComparer.Ordinal);
        return
        [
            .. need.Front.Entries.Select(e => new EntryUse(
                e, _question.Situation.Data.Base.StationName(e.StationId), byStation[e.StationId], _question.Situation.Holds(e.StationId))),
        ];
    }

    private ImmutableArray<LinkUse> LinkUses(Cut? binding)
    {
        var flows = _allocations[EstimateLevel.Best].ArcFlow;
        var inCut = binding?.Elements.Select(e => e.ArcId).ToHashSet() ?? [];
        return
        [
            .. Enumerable.Range(0, _graph.Arcs.Length)
                .Where(i => _graph.Arcs[i].Kind == GraphArcKind.Link)
                .Select(i => new LinkUse(_graph.Arcs[i], flows[i], inCut.Contains(i))),
        ];
    }
}
