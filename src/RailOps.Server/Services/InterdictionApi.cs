using System.Globalization;
using Grpc.Core;
using RailOps.Analysis.CrossChecks;
using RailOps.Analysis.Interdiction;
using RailOps.Contracts.V1;
using RailOps.Model;
using RailOps.Model.Formats;
using RailOps.Server.Errors;
using RailOps.Server.Hosting;
using RailOps.Server.Mapping;
using RailOps.Server.Services.Backends;
using ModelMeans = RailOps.Model.Timelines.AttackMeans;

namespace RailOps.Server.Services;

/// <summary>What an enemy could do, and what to guard against it. Thread-safe.</summary>
public sealed class InterdictionApi
{
    private const int MostPlans = 20;
    private const int UsualPlans = 3;
    private const int MostGuards = 20;

    private readonly RailData _data;
    private readonly ScenarioReading _scenarios;
    private readonly AttackReading _attacks;
    private readonly LimitsReading _limits;
    private readonly SolverBackends _backends;
    private readonly TimeSpan _orToolsLimit;

    internal InterdictionApi(RailData data, ServerOptions options, TimeProvider time, ScenarioReading scenarios, SolverBackends backends)
    {
        _backends = backends;
        _orToolsLimit = options.OrToolsTimeLimit;
        _data = data;
        _scenarios = scenarios;
        _attacks = new AttackReading(data, scenarios);
        _limits = new LimitsReading(options, time);
    }

    /// <summary>With what a side can strike.</summary>
    /// <param name="request">The question.</param>
    /// <returns>The means of the day.</returns>
    /// <exception cref="RpcException">Bad request.</exception>
    public ListAttackMeansResponse ListAttackMeans(ListAttackMeansRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var problems = new RequestProblems();
        var timeline = _scenarios.FindTimeline(request.Timeline, "timeline");
        var date = ScenarioReading.Date(request.Date, timeline, "date", problems);
        var attacker = ScenarioReading.Side(request.Attacker, timeline, "", "attacker", problems);
        problems.ThrowIfAny();
        bool IsAsked(ModelMeans means) => means.HoldsOn(date) && (attacker.Length == 0 || means.SideId == attacker);
        return new ListAttackMeansResponse { Means = { timeline.AttackMeans.Where(IsAsked).Select(InterdictionMapping.Write) } };
    }

    /// <summary>The worst that an enemy can do.</summary>
    /// <param name="request">The question.</param>
    /// <param name="control">Who follows and ends the search.</param>
    /// <param name="token">Cancellation.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="RpcException">Bad request.</exception>
    public InterdictResult Interdict(InterdictRequest request, SearchControl control, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(control);
        return SolverGuard.Ask(_backends, "interdict", () => Solve(request, control, token));
    }

    private InterdictResult Solve(InterdictRequest request, SearchControl control, CancellationToken token)
    {
        var choice = SolverChoice.Read(_backends, "interdict", request.Solver, request.CrossCheck);
        var problems = new RequestProblems();
        RequireCount(request.PlanCount, MostPlans, UsualPlans, "plan_count", ErrorReasons.PlanCountOutOfRange, problems);
        var limits = _limits.Read(request.Limits, control, problems);
        var question = _attacks.Read(request.Question, "question", problems);
        problems.ThrowIfAny();
        if (question!.Objective != Analysis.Interdiction.AttackObjective.DeliveredTonnes)
            choice.RefuseBoth("its programs are for delivered tonnes only. Ask the native solvers without cross_check.");
        if (request.PlanCount > 1)
            choice.RefuseOrTools("it finds the best plan alone. Ask for one plan, or the native solvers.");
        choice.Begin();
        var count = request.PlanCount != 0 ? request.PlanCount : choice.IsByOrTools ? 1 : UsualPlans;
        var share = Share(limits!, choice);
        var answer = RailInterdiction.Solve(question, count, choice.AnsweringAttacks, share, control.Progress, token);
        var check = choice.Check(answer.Solve.Solver, answer.Solve.Duration, share.Time, () => Second(question, choice, share, token).Compare(answer));
        return InterdictionMapping.Write(answer, request.WithCertificate, SolveMapping.Write(answer.Solve, _data.Revision, check));
    }

    /// <summary>How damage grows with one resource.</summary>
    /// <param name="request">The question.</param>
    /// <param name="control">Who follows and ends the search.</param>
    /// <param name="token">Cancellation.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="RpcException">Bad request.</exception>
    public FrontierResult TraceFrontier(TraceFrontierRequest request, SearchControl control, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(control);
        return SolverGuard.Ask(_backends, "trace_frontier", () => Trace(request, control, token));
    }

    private FrontierResult Trace(TraceFrontierRequest request, SearchControl control, CancellationToken token)
    {
        var choice = SolverChoice.Read(_backends, "trace_frontier", request.Solver, request.CrossCheck);
        choice.RefuseOrTools("it finds no frontiers. Ask the native solvers, with cross_check to have each step solved again.");
        var problems = new RequestProblems();
        var limits = _limits.Read(request.Limits, control, problems);
        var question = _attacks.Read(request.Question, "question", problems);
        problems.ThrowIfAny();
        RequireTonnes(question!, "question.objective");
        var resource = IndexOf(request.VariedResource, question!);
        choice.Begin();
        var share = Share(limits!, choice);
        var answer = RailFrontier.Trace(question!, resource, share, control.Progress, token);
        var check = choice.Check(answer.Solve.Solver, answer.Solve.Duration, share.Time, () => Second(question!, choice, share, token).Compare(answer));
        return InterdictionMapping.Write(answer, SolveMapping.Write(answer.Solve, _data.Revision, check));
    }

    /// <summary>What to guard.</summary>
    /// <param name="request">The question.</param>
    /// <param name="control">Who follows and ends the search.</param>
    /// <param name="token">Cancellation.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="RpcException">Bad request.</exception>
    public FortifyResult Fortify(FortifyRequest request, SearchControl control, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(control);
        return SolverGuard.Ask(_backends, "fortify", () => Solve(request, control, token));
    }

    private FortifyResult Solve(FortifyRequest request, SearchControl control, CancellationToken token)
    {
        var choice = SolverChoice.Read(_backends, "fortify", request.Solver, request.CrossCheck);
        choice.RefuseOrTools("it chooses no guards. Ask the native solvers, with cross_check to have the attack behind the guards solved again.");
        var problems = new RequestProblems();
        if (request.GuardCount is < 1 or > MostGuards)
        {
            problems.Add(
                ErrorReasons.GuardCountOutOfRange, "guard_count", request.GuardCount.ToString(CultureInfo.InvariantCulture),
                $"guard_count is {request.GuardCount}, but must be from 1 to {MostGuards}.");
        }

        var limits = _limits.Read(request.Limits, control, problems);
        var question = _attacks.Read(request.Question, "question", problems);
        problems.ThrowIfAny();
        RequireTonnes(question!, "question.objective");
        choice.Begin();
        var share = Share(limits!, choice);
        var answer = RailFortification.Solve(question!, request.GuardCount, share, control.Progress, token);
        var check = choice.Check(answer.Solve.Solver, answer.Solve.Duration, share.Time, () => Second(question!, choice, share, token).Compare(answer));
        return InterdictionMapping.Write(answer, request.WithCertificate, SolveMapping.Write(answer.Solve, _data.Revision, check));
    }

    // An answer that is checked has half the time, its check the other half.
    private Analysis.Interdiction.SearchLimits Share(Analysis.Interdiction.SearchLimits limits, SolverChoice choice)
    {
        var limit = choice.IsChecked ? limits.TimeLimit / 2 : limits.TimeLimit;
        return limits with { TimeLimit = choice.IsByOrTools && _orToolsLimit < limit ? _orToolsLimit : limit };
    }

    private AttackCrossCheck Second(
        Analysis.Interdiction.AttackQuestion question, SolverChoice choice, Analysis.Interdiction.SearchLimits limits, CancellationToken token) =>
        new(question, choice.CheckingAttacks, !choice.IsByOrTools && _orToolsLimit < limits.TimeLimit ? _orToolsLimit : limits.TimeLimit, limits, token);

    private static void RequireCount(int count, int most, int usual, string field, string reason, RequestProblems problems)
    {
        if (count < 0 || count > most)
        {
            problems.Add(
                reason, field, count.ToString(CultureInfo.InvariantCulture), $"{field} is {count}, but must be from 1 to {most}, or 0 for {usual}.");
        }
    }

    private static void RequireTonnes(Analysis.Interdiction.AttackQuestion question, string field)
    {
        if (question.Objective == Analysis.Interdiction.AttackObjective.DeliveredTonnes)
            return;
        var problems = new RequestProblems();
        problems.Add(
            ErrorReasons.EnumValueUnknown, field, question.Objective.ToString(),
            $"{field} is {question.Objective}, but this question is answered for delivered tonnes only; leave it out.");
        problems.ThrowIfAny();
    }

    private static int IndexOf(string resource, Analysis.Interdiction.AttackQuestion question)
    {
        if (resource.Length == 0)
            return 0;
        for (var i = 0; i < question.Budgets.Length; i++)
        {
            if (question.Budgets[i].Resource == resource)
                return i;
        }

        var problems = new RequestProblems();
        var near = NearestMatch.Find(resource, question.Budgets.Select(b => b.Resource)) ?? "";
        problems.Add(
            ErrorReasons.ResourceUnknown, "varied_resource", resource,
            $"varied_resource is '{resource}', but should be one of the question's: {string.Join(", ", question.Budgets.Select(b => b.Resource))}.", near);
        problems.ThrowIfAny();
        return -1;
    }
}
