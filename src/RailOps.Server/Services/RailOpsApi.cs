using System.Collections.Immutable;
using System.Globalization;
using Grpc.Core;
using RailOps.Analysis;
using RailOps.Analysis.Comparison;
using RailOps.Analysis.Criticality;
using RailOps.Analysis.CrossChecks;
using RailOps.Analysis.Supply;
using RailOps.Contracts.V1;
using RailOps.Model;
using RailOps.OrTools.Hosts;
using RailOps.Server.Errors;
using RailOps.Server.Hosting;
using RailOps.Server.Mapping;
using RailOps.Server.Services.Backends;
using RailOps.Solvers.Results;
using ComparisonCase = RailOps.Analysis.Comparison.ComparisonCase;
using Scenario = RailOps.Contracts.V1.Scenario;

namespace RailOps.Server.Services;

/// <summary>
/// Every question of the contract, answered in this process: what the gRPC services and the shell both call. Thread-safe; holds no
/// state but the data. Faults are <see cref="RpcException"/> with status details, whoever calls.
/// </summary>
public sealed class RailOpsApi
{
    private const int SolvesPerAnswer = 10;
    private const int ProgramRunsPerAnswer = 4;
    private const int MostRankedItems = 1000;
    private const int UsualRankedItems = 20;
    private readonly RailData _data;
    private readonly ServerOptions _limits;
    private readonly TimeProvider _time;
    private readonly ScenarioReading _scenarios;
    private readonly SolverBackends _backends;
    private readonly FlowQuestions _flows;

    /// <summary>Takes the data.</summary>
    /// <param name="data">All data.</param>
    /// <param name="limits">What one request may ask for.</param>
    /// <param name="time">Clock for solve times and time limits.</param>
    /// <param name="backends">The solvers from outside; null for workers of its own, of which nobody hears. Nothing is started before it is asked.</param>
    public RailOpsApi(RailData data, ServerOptions limits, TimeProvider time, SolverBackends? backends = null)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _backends = backends ?? new SolverBackends(OrToolsHosts.Make(limits.OrToolsWorkers, observer: null));
        _data = data;
        _limits = limits;
        _time = time;
        _scenarios = new ScenarioReading(data, limits.ChangeCount);
        _flows = new FlowQuestions(data, time, _scenarios, _backends);
        Catalog = new CatalogApi(data, limits, _backends);
        Uncertainty = new UncertaintyApi(data, limits, time, _scenarios);
        Interdiction = new InterdictionApi(data, limits, time, _scenarios, _backends);
        Programs = new ProgramApi(data, limits, time, _scenarios, _backends);
    }

    /// <summary>What the server knows: networks, timelines, scenarios, formations, limits.</summary>
    public CatalogApi Catalog { get; }

    /// <summary>What an enemy could do, and what to guard against it.</summary>
    public InterdictionApi Interdiction { get; }

    /// <summary>How sure an answer is.</summary>
    public UncertaintyApi Uncertainty { get; }

    /// <summary>Models as programs for other solvers.</summary>
    public ProgramApi Programs { get; }

    // One answer takes several solves; each may use a share of the limit, so that a hard one still leaves time to explain it.
    private SolveOptions Options => SolveOptions.Default with { TimeLimit = _limits.SolveTimeLimit / SolvesPerAnswer, TimeProvider = _time };

    // OR-Tools is asked a few questions of several programs each.
    private SolveOptions OutsideOptions => Options with { TimeLimit = _limits.OutsideTimeLimit(ProgramRunsPerAnswer) };

    /// <summary>How many divisions each front can sustain.</summary>
    /// <param name="request">The question.</param>
    /// <param name="token">Cancellation, looked at in the solvers.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="RpcException">Bad request.</exception>
    public AssessSupplyResponse AssessSupply(AssessSupplyRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SolverGuard.Ask(_backends, "assess_supply", () => Assess(request, token));
    }

    private AssessSupplyResponse Assess(AssessSupplyRequest request, CancellationToken token)
    {
        WireEnums.RequireKnown(request.View, "view");
        var choice = SolverChoice.Read(_backends, "assess_supply", request.Solver, request.CrossCheck);
        var question = Question(request.Scenario, "scenario", request.Policy, request.Posture);
        if (ClassSupply.IsAsked(request))
            return AssessByClass(request, question, token);
        choice.Begin();
        var assessment = SupplyAssessor.Assess(choice.Answering(question), OptionsFor(choice.IsByOrTools), token);
        var solve = Summary(assessment.Solve, choice.Check(assessment.Solve.Solver, assessment.Solve.Duration, _time, () => Compare(choice, assessment, "", token)));
        return SupplyMapping.Write(assessment, ScenarioReading.IdOf(request.Scenario), request.View == AssessmentView.Full, solve);
    }

    /// <summary>The same question put to several situations.</summary>
    /// <param name="request">The question.</param>
    /// <param name="token">Cancellation, looked at in the solvers.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="RpcException">Bad request.</exception>
    public CompareTimelinesResponse CompareTimelines(CompareTimelinesRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SolverGuard.Ask(_backends, "compare_timelines", () => Compare(request, token));
    }

    private CompareTimelinesResponse Compare(CompareTimelinesRequest request, CancellationToken token)
    {
        var choice = SolverChoice.Read(_backends, "compare_timelines", request.Solver, request.CrossCheck);
        var cases = Cases(request);
        choice.Begin();
        var start = _time.GetTimestamp();
        var answer = TimelineComparison.Compare([.. cases.Select(c => c with { Question = choice.Answering(c.Question) })], OptionsFor(choice.IsByOrTools), token);
        var each = answer.Assessments.Select(a => Summary(a.Solve)).ToList();
        var all = answer.Assessments.Select(a => a.Solve).ToList();
        var weakest = all.FirstOrDefault(s => s.Termination != Solvers.Results.Termination.Optimal)?.Termination ?? Solvers.Results.Termination.Optimal;
        var whole = all[0] with
        {
            Termination = weakest,
            CertificateAccepted = all.All(s => s.CertificateAccepted),
            AugmentationCount = all.Sum(s => s.AugmentationCount),
            SolveCount = all.Sum(s => s.SolveCount),
            Duration = _time.GetElapsedTime(start),
        };
        return ComparisonMapping.Write(answer, [.. request.Cases.Select(c => ScenarioReading.IdOf(c.Scenario))], each, Summary(whole, choice.Check(whole.Solver, whole.Duration, _time, CompareAll)));

        CrossCheckReport CompareAll() => CrossCheckReport.Join(
            [.. answer.Cases.Zip(answer.Assessments).Select(pair => Compare(choice, pair.Second, $"{pair.First.Label}: ", token))],
            "What the differences are made of was not compared.");
    }

    private CrossCheckReport Compare(SolverChoice choice, SupplyAssessment answer, string of, CancellationToken token) => SupplyCrossCheck.Compare(
        answer, SupplyAssessor.Assess(choice.Checking(answer.Question), OptionsFor(!choice.IsByOrTools), token), choice.OutsideFlows, OutsideOptions, token, of);

    private SolveOptions OptionsFor(bool byOrTools) => byOrTools ? OutsideOptions : Options;

    /// <summary>What each link, point, station and railway is worth.</summary>
    /// <param name="request">The question.</param>
    /// <param name="token">Cancellation, looked at in the solvers.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="RpcException">Bad request.</exception>
    public RankCriticalLinksResponse RankCriticalLinks(RankCriticalLinksRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SolverGuard.Ask(_backends, "rank_critical_links", () => Rank(request, token));
    }

    private RankCriticalLinksResponse Rank(RankCriticalLinksRequest request, CancellationToken token)
    {
        var choice = SolverChoice.Read(_backends, "rank_critical_links", request.Solver, request.CrossCheck);
        choice.RefuseOrTools("every thing examined takes several programs, minutes in all. Ask the native solvers, with cross_check to have the rows of the answer solved again.");
        if (request.ItemCount is < 0 or > MostRankedItems)
        {
            var problems = new RequestProblems();
            problems.Add(
                ErrorReasons.ItemCountOutOfRange, "item_count", request.ItemCount.ToString(CultureInfo.InvariantCulture),
                $"item_count is {request.ItemCount}, but must be from 1 to {MostRankedItems}, or 0 for {UsualRankedItems}.");
            problems.ThrowIfAny();
        }

        foreach (var kind in request.Kinds)
            WireEnums.RequireKnown(kind, "kinds");
        var question = Question(request.Scenario, "scenario", request.Policy, request.Posture);
        choice.Begin();
        var count = request.ItemCount == 0 ? UsualRankedItems : request.ItemCount;
        var answer = CriticalityRanking.Rank(question, CriticalityMapping.Read(request.Kinds), count, Options, token);
        return CriticalityMapping.Write(answer, Summary(answer.Solve, choice.Check(answer.Solve.Solver, answer.Solve.Duration, _time, Check)));

        CrossCheckReport Check() =>
            CriticalityCrossCheck.Compare(choice.Checking(question), answer, choice.OutsideFlows, _limits.SolveTimeLimit / 2, OutsideOptions, token);
    }

    /// <summary>The most that can pass on a network or timeline.</summary>
    /// <param name="request">The question.</param>
    /// <param name="token">Cancellation, looked at in the solver.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="RpcException">Bad request, or no route.</exception>
    public SolveMaxFlowResponse SolveMaxFlow(SolveMaxFlowRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SolverGuard.Ask(_backends, FlowQuestions.ProblemType, () => _flows.Answer(request, Options, OutsideOptions, token));
    }

    /// <summary>The capacity graph behind an assessment.</summary>
    /// <param name="request">The question.</param>
    /// <param name="token">Cancellation.</param>
    /// <returns>The graph, one row per direction.</returns>
    /// <exception cref="RpcException">Bad request.</exception>
    public ExportCapacityGraphResponse ExportCapacityGraph(ExportCapacityGraphRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _flows.Export(request, token);
    }

    private AssessSupplyResponse AssessByClass(AssessSupplyRequest request, SupplyQuestion question, CancellationToken token)
    {
        var answer = ClassSupply.Answer(request, question, _backends, Options with { TimeLimit = _limits.SolveTimeLimit }, token);
        var solve = Summary(answer.Solve);
        var response = SupplyMapping.Write(answer.OneClass, ScenarioReading.IdOf(request.Scenario), request.View == AssessmentView.Full, solve);
        ClassMapping.Write(answer, response, solve);
        return response;
    }

    private SupplyQuestion Question(Scenario? scenario, string field, AllocationPolicy policy, Posture posture)
    {
        WireEnums.RequireKnown(policy, "policy");
        WireEnums.RequireKnown(posture, "posture");
        return new SupplyQuestion(_scenarios.Read(scenario, field), WireEnums.Read(policy), WireEnums.Read(posture));
    }

    private ImmutableArray<ComparisonCase> Cases(CompareTimelinesRequest request)
    {
        var problems = new RequestProblems();
        var count = request.Cases.Count;
        if (count < 2 || count > _limits.ComparisonCaseCount)
        {
            problems.Add(
                ErrorReasons.CaseCountOutOfRange, "cases", count.ToString(CultureInfo.InvariantCulture),
                $"The comparison has {count} cases; it needs 2 to {_limits.ComparisonCaseCount}.");
            problems.ThrowIfAny();
        }

        var labels = CaseLabels.For(request.Cases);
        for (var i = 1; i < count; i++)
        {
            if (labels.IndexOf(labels[i]) < i)
            {
                problems.Add(
                    ErrorReasons.CaseLabelDuplicate, $"cases[{i}].label", labels[i], $"Two cases are labelled '{labels[i]}'; give each a label of its own.");
            }
        }

        var situations = request.Cases.Select((c, i) => _scenarios.Read(c.Scenario, $"cases[{i}].scenario", problems)).ToList();
        problems.ThrowIfAny();
        return
        [
            .. situations.Select((s, i) => new ComparisonCase(
                labels[i], new SupplyQuestion(s!, WireEnums.Read(request.Policy), WireEnums.Read(request.Posture)))),
        ];
    }

    private SolveSummary Summary(SolveFacts facts, CrossCheck? check = null) => SolveMapping.Write(facts, _data.Revision, check);
}
