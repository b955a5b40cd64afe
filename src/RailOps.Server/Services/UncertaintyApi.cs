using System.Globalization;
using Grpc.Core;
using RailOps.Analysis.Supply;
using RailOps.Analysis.Uncertainty;
using RailOps.Contracts.V1;
using RailOps.Model;
using RailOps.Model.Doctrine;
using RailOps.Model.Scenarios;
using RailOps.Server.Errors;
using RailOps.Server.Hosting;
using RailOps.Server.Mapping;

namespace RailOps.Server.Services;

/// <summary>How sure an answer is. Thread-safe.</summary>
public sealed class UncertaintyApi
{
    private const int UsualDraws = 500;
    private const int MostDraws = 10_000;
    private const int UsualBars = 15;
    private const int MostBars = 200;
    private const int NoBars = -1;

    private readonly RailData _data;
    private readonly ScenarioReading _scenarios;
    private readonly LimitsReading _limits;

    internal UncertaintyApi(RailData data, ServerOptions options, TimeProvider time, ScenarioReading scenarios)
    {
        _data = data;
        _scenarios = scenarios;
        _limits = new LimitsReading(options, time);
    }

    /// <summary>Draws every uncertain figure again and again.</summary>
    /// <param name="request">The question.</param>
    /// <param name="progress">Told how far the draws have come; null: nobody listens.</param>
    /// <param name="control">How long it may take and what stops it with the draws done.</param>
    /// <param name="token">Cancellation: no answer.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="RpcException">Bad request.</exception>
    public UncertaintyResult SampleUncertainty(
        SampleUncertaintyRequest request, IProgress<SampleState>? progress, SearchControl control, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(control);
        WireEnums.RequireKnown(request.Policy, "policy");
        WireEnums.RequireKnown(request.Posture, "posture");
        var problems = new RequestProblems();
        Require(request.DrawCount is >= 0 and <= MostDraws, ErrorReasons.DrawCountOutOfRange, "draw_count", request.DrawCount, $"from 1 to {MostDraws}, or 0 for {UsualDraws}", problems);
        Require(
            request.TornadoCount is >= NoBars and <= MostBars, ErrorReasons.TornadoCountOutOfRange, "tornado_count", request.TornadoCount,
            $"from 1 to {MostBars}, 0 for {UsualBars}, or {NoBars} for none", problems);
        if (request.HasCorrelationRatio)
            Require(request.CorrelationRatio is >= 0 and <= 1, ErrorReasons.CorrelationOutOfRange, "correlation_ratio", request.CorrelationRatio, "from 0 to 1", problems);
        var limits = _limits.Read(request.Limits, control, problems);
        var situation = _scenarios.Read(request.Scenario, "scenario", problems);
        problems.ThrowIfAny();
        var answer = SampleRunner.Sample(Question(request, situation!), limits!, progress, token);
        return UncertaintyMapping.Write(answer, request.Seed, SolveMapping.Write(answer.Solve, _data.Revision));
    }

    private static SampleQuestion Question(SampleUncertaintyRequest request, Situation situation) => new(
        new SupplyQuestion(situation, WireEnums.Read(request.Policy), WireEnums.Read(request.Posture)),
        request.DrawCount == 0 ? UsualDraws : request.DrawCount,
        unchecked((ulong)request.Seed),
        request.HasCorrelationRatio ? request.CorrelationRatio : UsualCorrelation(situation),
        request.TornadoCount switch { NoBars => 0, 0 => UsualBars, var count => count });

    private static double UsualCorrelation(Situation situation) =>
        (double)situation.Data.Doctrine.FactorOn(PlanningFactorIds.CorrelationOfFigures, "all", situation.Date).Value.Best;

    private static void Require(bool isRight, string reason, string field, double value, string should, RequestProblems problems)
    {
        if (isRight)
            return;
        var text = value.ToString(CultureInfo.InvariantCulture);
        problems.Add(reason, field, text, $"{field} is {text}, but must be {should}.");
    }
}
