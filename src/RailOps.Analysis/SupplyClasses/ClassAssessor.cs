using System.Collections.Immutable;
using RailOps.Analysis.Graph;
using RailOps.Analysis.Supply;
using RailOps.Model.Timelines;
using RailOps.Model.Units;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Commodities;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.SupplyClasses;

/// <summary>
/// Answers how many divisions each front can sustain when every class of supply has its own sources, all classes share the same trains, locomotives burn coal
/// that has to come from mines, and wagons may be short. By programs at three levels, evaluated in whole kilograms and checked; beside it the answer of one
/// class from all the same sources, which is never less.
/// </summary>
public sealed class ClassAssessor
{
    /// <summary>Largest miss of a need, in kilograms a day, with which a division still counts as sustained.</summary>
    public const long ToleranceKilogramsPerDay = 100;

    private const long NotLimitedKilogramsPerDay = 10_000_000_000_000;
    private static readonly EstimateLevel[] Levels = [EstimateLevel.Low, EstimateLevel.Best, EstimateLevel.High];

    private readonly ClassQuestion _question;
    private readonly ILinearProgramSolver _programs;
    private readonly SolveOptions _options;
    private readonly CancellationToken _token;
    private readonly ImmutableArray<SupplySource> _sources;
    private readonly SupplyAssessment _oneClass;
    private readonly CapacityGraph _graph;
    private readonly Dictionary<EstimateLevel, ClassLevel> _levels = [];

    private ClassAssessor(ClassQuestion question, ILinearProgramSolver programs, SolveOptions options, CancellationToken token)
    {
        (_question, _programs, _options, _token) = (question, programs, options, token);
        var situation = question.Supply.Situation;
        _sources = question.IsByClass ? ClassSources.Of(situation, withCoal: true) : situation.Sources;
        _oneClass = SupplyAssessor.Assess(
            question.IsByClass ? question.Supply with { Sources = ClassSources.Of(situation, withCoal: false) } : question.Supply, options, token);
        _graph = CapacityGraphBuilder.Build(situation, _oneClass.Graph.Needs, _sources);
    }

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="programs">Solves linear and mixed-integer programs.</param>
    /// <param name="options">Limits; the time limit holds for each level.</param>
    /// <param name="token">Cancellation.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    /// <exception cref="SolverUnavailableException">The solver of programs cannot be asked.</exception>
    /// <exception cref="SolverFailedException">It broke down, or gave flows that a checker refuses.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static ClassAnswer Assess(ClassQuestion question, ILinearProgramSolver programs, SolveOptions options, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(programs);
        ArgumentNullException.ThrowIfNull(options);
        if (programs.Availability is { IsAvailable: false } missing)
            throw new SolverUnavailableException(missing.Reason);
        return new ClassAssessor(question, programs, options, token).Run();
    }

    private ClassAnswer Run()
    {
        var start = _options.TimeProvider.GetTimestamp();
        foreach (var level in Levels)
            _levels[level] = Solve(level);
        var best = _levels[EstimateLevel.Best];
        var fronts = Enumerable.Range(0, _graph.Needs.Length).Select(Front).ToImmutableArray();
        var wording = new ClassWording(_question, _oneClass, fronts, _levels);
        var facts = new SolveFacts(
            Termination.WithinTolerance, best.Result.Solver, CertificateAccepted: true, ClassWording.Proof(best),
            0, _levels.Values.Sum(l => l.Result.ProgramCount) + _oneClass.Solve.SolveCount, _graph.Arcs.Length, _options.TimeProvider.GetElapsedTime(start) + _oneClass.Solve.Duration);
        return new ClassAnswer(
            _question, _oneClass, fronts, Links(), wording.Coal(), wording.Fleet(), _levels.Values.Max(l => l.Flow.LargestMiss), ToleranceKilogramsPerDay,
            wording.Headline(), wording.Sentences(), wording.Assumptions(), wording.Warnings(), facts);
    }

    private ClassLevel Solve(EstimateLevel level)
    {
        var classes = new ClassProblem(_graph, _question, _sources, level);
        var options = new CommodityOptions
        {
            Tolerance = ToleranceKilogramsPerDay,
            TimeLimit = _options.TimeLimit,
            TimeProvider = _options.TimeProvider,
            WithBindings = level == EstimateLevel.Best,
        };
        var result = new CommoditySolver(_programs).Solve(classes.Problem, _question.Supply.Policy, options, _token);
        _token.ThrowIfCancellationRequested();
        if (result.Flow is not { } flow)
            throw new TimeoutException($"The programs of the {level} answer took longer than {_options.TimeLimit?.TotalSeconds:0.#} s.");
        var report = CommodityChecker.Check(classes.Problem, flow);
        return report.IsAccepted ? new ClassLevel(level, classes, result, flow) : throw new SolverFailedException($"{result.Solver} gave flows that do not hold: {report.Problem}");
    }

    private ClassFront Front(int index)
    {
        var best = _levels[EstimateLevel.Best];
        var binding = _oneClass.Fronts[index].IsReachable ? best.Result.Bindings.FirstOrDefault(b => b.Demand == index) : null;
        var classes = best.Classes.Classes.IsEmpty ? [] : Enumerable.Range(0, Model.Doctrine.SupplyClassIds.OfTroops.Length).Select(c => Delivery(index, c, binding)).ToImmutableArray();
        var front = new ClassFront(
            _oneClass.Fronts[index],
            LevelCount.From(level => _levels[level].Flow.UnitCounts[index]),
            LevelCount.From(level => _levels[level].DeliveredTo(index)),
            classes,
            binding?.BurningGain ?? 0,
            binding?.StockGains is { Length: > 0 } stocks ? stocks[0] : 0,
            binding?.StockGains is { Length: > 1 } both ? both[1] : 0,
            Entries(index),
            "");
        return front with { Sentence = ClassWording.Front(front) };
    }

    private ClassDelivery Delivery(int front, int supplyClass, CommodityBinding? binding)
    {
        var (gain, freed) = binding is null ? (0, 0) : (binding.NeedGains[supplyClass], binding.SourceGains[supplyClass]);
        var (alone, cut) = freed > 0 ? Alone(front, supplyClass) : (-1, null);
        return new ClassDelivery(
            _levels[EstimateLevel.Best].Classes.Classes[supplyClass],
            LevelCount.From(level => _levels[level].Problem.NeedOf(front, supplyClass)),
            LevelCount.From(level => _levels[level].Flow.Deliveries[front][supplyClass]),
            gain, freed, alone, cut);
    }

    /// <summary>The most of one class that could come to a front if nothing else moved, with its cut.</summary>
    private (long KilogramsPerDay, Cut? Cut) Alone(int front, int supplyClass)
    {
        var problem = _levels[EstimateLevel.Best].Problem;
        var session = new MaxFlowSession(_graph.FlowGraphOf(EstimateLevel.Best), _graph.Source, _graph.Sink);
        var supplies = Enumerable.Range(0, _graph.Arcs.Length).Where(i => _graph.Arcs[i].Kind == GraphArcKind.Supply).ToList();
        for (var source = 0; source < supplies.Count; source++)
        {
            if (!problem.Sources[source].Commodities.Contains(supplyClass))
                session.SetCapacity(supplies[source], 0);
        }

        for (var other = 0; other < _graph.NeedArcs.Length; other++)
            session.SetCapacity(_graph.NeedArcs[other], other == front ? NotLimitedKilogramsPerDay : 0);
        session.Augment(_token);
        _token.ThrowIfCancellationRequested();
        if (session.IsUnbounded || session.Value >= NotLimitedKilogramsPerDay)
            return (-1, null);
        var cut = new CutReader(_graph).Read(session.MinimalSourceSide(), session.CutIsUnique, needsCount: false, [front]);
        // Sources of other classes cross the cut too, but were closed here.
        var own = cut.Elements.Where(e => e.Arc.Kind != GraphArcKind.Supply || session.CapacityOf(e.ArcId) > 0).ToImmutableArray();
        return (session.Value, cut with { CapacityKilogramsPerDay = session.Value, Elements = own, Sentence = CutWording.Sentence(own) });
    }

    private ImmutableArray<long> Entries(int front)
    {
        var best = _levels[EstimateLevel.Best];
        long Over(string stationId) => Enumerable.Range(0, best.Problem.Arcs.Length)
            .Where(i => _graph.Arcs[best.Classes.Places[i].Arc] is { Kind: GraphArcKind.Entry } entry && entry.SubjectId == stationId && entry.Head == _graph.FrontNodes[front])
            .Sum(best.AllOn);
        return [.. _graph.Needs[front].Front.Entries.Select(e => Over(e.StationId))];
    }

    private ImmutableDictionary<string, LinkFlows> Links()
    {
        var best = _levels[EstimateLevel.Best];
        var links = new Dictionary<string, LinkFlows>(StringComparer.Ordinal);
        for (var i = 0; i < best.Problem.Arcs.Length; i++)
        {
            var (arc, isForward) = best.Classes.Places[i];
            var flow = best.AllOn(i);
            if (_graph.Arcs[arc].Kind != GraphArcKind.Link || flow == 0)
                continue;
            var known = links.GetValueOrDefault(_graph.Arcs[arc].SubjectId);
            links[_graph.Arcs[arc].SubjectId] = isForward
                ? known with { ForwardKilogramsPerDay = flow }
                : known with { BackwardKilogramsPerDay = flow };
        }

        return links.ToImmutableDictionary(StringComparer.Ordinal);
    }
}
