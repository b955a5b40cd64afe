using System.Collections.Immutable;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Graph;
using RailOps.Model.Units;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Supply;

/// <summary>
/// Answers how many divisions each front can sustain. Three allocations (cautious, most likely, favourable) on one capacity graph, each
/// with a certificate that an independent checker verifies; then the cuts that explain the most likely one.
/// </summary>
public sealed class SupplyAssessor
{
    private static readonly EstimateLevel[] Levels = [EstimateLevel.Low, EstimateLevel.Best, EstimateLevel.High];

    private readonly SupplyQuestion _question;
    private readonly CapacityGraph _graph;
    private readonly SolveTally _tally;
    private readonly SupplyAllocator _allocator;
    private readonly CutFinder _cuts;
    private readonly Dictionary<EstimateLevel, AllocationResult> _allocations = [];

    private SupplyAssessor(SupplyQuestion question, SolveOptions options, CancellationToken token)
    {
        _question = question;
        _graph = CapacityGraphBuilder.Build(
            question.Situation, DemandCalculator.Calculate(question.Situation, question.Posture), question.Sources ?? question.Situation.Sources);
        _tally = new SolveTally(options.TimeProvider);
        _allocator = new SupplyAllocator(_graph, question.Policy, options, _tally, token, question.Solver);
        _cuts = new CutFinder(_graph, new SupplyAllocator(_graph, question.Policy, options, _tally, token), _tally, token);
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
        var result = assessor._allocator.Allocate(EstimateLevel.Best);
        return (result.UnitCounts.Sum(), result.Delivered.Sum());
    }

    private SupplyAssessment Run()
    {
        foreach (var level in Levels)
            _allocations[level] = _allocator.Allocate(level);
        var best = _allocations[EstimateLevel.Best];
        var shortFronts = Enumerable.Range(0, _graph.Needs.Length).Where(i => best.UnitCounts[i] < _graph.Needs[i].PresentCount).ToList();
        _cuts.FindLimits();
        var binding = _cuts.Binding(best, shortFronts);
        var next = binding is null ? null : _cuts.Next(binding, shortFronts);
        var ceiling = _cuts.Ceiling();
        var fronts = Enumerable.Range(0, _graph.Needs.Length).Select(i => Front(i, binding)).ToImmutableArray();
        var facts = _tally.Facts(
            $"{_question.Solver.Name}, {_question.Policy} allocation", SupplyWording.Proof(_question), _graph.Arcs.Length);
        var wording = new SupplyWording(_question, _graph, fronts, binding, next, ceiling);
        return new SupplyAssessment(
            _question, _graph, fronts, LinkUses(binding), binding, next, ceiling,
            wording.Headline(), wording.Sentences(), wording.Assumptions(), wording.Warnings(), facts);
    }

    private FrontAssessment Front(int index, Cut? binding)
    {
        var limiting = _cuts.LimitOf(index);
        var aloneBest = _cuts.AloneKilogramsPerDay(index, EstimateLevel.Best);
        var need = _graph.Needs[index];
        var slice = LevelCount.From(need.SliceKilogramsPerDay);
        var sustained = LevelCount.From(level => _allocations[level].UnitCounts[index]);
        var delivered = LevelCount.From(level => need.PresentCount == 0 ? 0 : _allocations[level].Delivered[index]);
        var alone = LevelCount.From(level => AloneCount(index, level, slice[level]));
        var needed = LevelCount.From(level => slice[level] * need.PresentCount);
        var entries = Entries(index);
        var chain = SupplyWording.Chain(need, limiting, aloneBest, delivered.Best, slice.Best, sustained.Best, _question.Policy);
        var grades = limiting?.Elements.Select(e => e.Arc.Grade).Append(need.Grade) ?? [need.Grade];
        var isHeldBackByOthers = delivered.Best < needed.Best && (limiting is null || limiting.CapacityKilogramsPerDay >= needed.Best);
        var restsOn = (isHeldBackByOthers ? binding : limiting)?.GradeShares ?? [];
        var sentence = SupplyWording.FrontSentence(need, sustained.Best, delivered.Best, needed.Best, limiting, _question.Policy);
        return new FrontAssessment(
            need, sustained, alone, slice, needed, delivered, entries, limiting, chain, grades.Max(),
            aloneBest != 0, sentence + GradeWording.Behind(restsOn)) { GradeShares = restsOn };
    }

    private long AloneCount(int index, EstimateLevel level, long sliceKilogramsPerDay)
    {
        var alone = _cuts.AloneKilogramsPerDay(index, level);
        return alone < 0 ? -1 : sliceKilogramsPerDay == 0 ? 0 : alone / sliceKilogramsPerDay;
    }

    private ImmutableArray<EntryUse> Entries(int index)
    {
        var flows = _allocations[EstimateLevel.Best].ArcFlow;
        var node = _graph.FrontNodes[index];
        var byStation = Enumerable.Range(0, _graph.Arcs.Length)
            .Where(i => _graph.Arcs[i].Kind == GraphArcKind.Entry && _graph.Arcs[i].Head == node)
            .ToDictionary(i => _graph.Arcs[i].SubjectId, i => flows[i], StringComparer.Ordinal);
        return
        [
            .. _graph.Needs[index].Front.Entries.Select(e => new EntryUse(
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
