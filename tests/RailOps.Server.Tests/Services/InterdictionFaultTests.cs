using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>Everything that can be wrong with a question about an attack: one clear error each, with field and near match.</summary>
[TestFixture]
internal sealed class InterdictionFaultTests
{
    private static InterdictRequest Good() => new() { Question = InterdictionTests.Siberia(("commando-raids", 1)) };

    private static InterdictRequest With(Action<InterdictRequest> change)
    {
        var request = Good();
        change(request);
        return request;
    }

    private static InterdictRequest WithMode(Action<AttackMode> change) => With(r =>
    {
        var mode = new AttackMode { Id = "own", Resource = "commando-raids", CostCount = 1, Strikes = { "every:bridge" } };
        change(mode);
        r.Question.Modes.Add(mode);
    });

    private static IEnumerable<TestCaseData> Faults()
    {
        static TestCaseData Case(InterdictRequest request, string reason, string field, string value, string suggestion = "") =>
            new TestCaseData(request, reason, field, value, suggestion).SetArgDisplayNames(field, value);
        yield return Case(With(r => r.Question.Resources.Clear()), "RESOURCE_MISSING", "question.resources", "0");
        yield return Case(With(r => r.Question.Resources[0].Resource = "comando-raids"), "RESOURCE_UNKNOWN", "question.resources[0].resource", "comando-raids", "commando-raids");
        yield return Case(With(r => r.Question.Resources.Add(r.Question.Resources[0].Clone())), "RESOURCE_DUPLICATE", "question.resources[1].resource", "commando-raids");
        yield return Case(With(r => r.Question.Resources[0].BudgetCount = -1), "BUDGET_OUT_OF_RANGE", "question.resources[0].budget_count", "-1");
        yield return Case(With(r => r.Question.Resources[0].BudgetCount = 1_000_001), "BUDGET_OUT_OF_RANGE", "question.resources[0].budget_count", "1000001");
        yield return Case(With(r => r.Question.Attacker = "japanase"), "SIDE_UNKNOWN", "question.attacker", "japanase", "japanese");
        yield return Case(With(r => r.Question.Scenario.Date = "1940-13-01"), "DATE_INVALID", "question.scenario.date", "1940-13-01");
        yield return Case(With(r => r.Question.ExcludedTargets.Add("amur-bridge-khabarovks")), "TARGET_UNKNOWN", "question.excluded_targets[0]", "amur-bridge-khabarovks", "amur-bridge-khabarovsk");
        yield return Case(With(r => r.Question.ExcludedTargets.Add(Enumerable.Repeat("chita", 201))), "TOO_MANY_CHANGES", "question.excluded_targets", "201");
        yield return Case(WithMode(m => m.Strikes.Add(Enumerable.Repeat("every:bridge", 50))), "ATTACK_MODE_INVALID", "question.modes[0].strikes", "51");
        yield return Case(With(r => r.Question.HorizonDays = 3651), "HORIZON_OUT_OF_RANGE", "question.horizon_days", "3651");
        yield return Case(With(r => r.PlanCount = 21), "PLAN_COUNT_OUT_OF_RANGE", "plan_count", "21");
        yield return Case(With(r => r.Limits = new SearchLimits { ThreadCount = 65 }), "THREAD_COUNT_OUT_OF_RANGE", "limits.thread_count", "65");
        yield return Case(With(r => r.Limits = new SearchLimits { TimeLimit = Duration.FromTimeSpan(TimeSpan.FromHours(1)) }), "TIME_LIMIT_OUT_OF_RANGE", "limits.time_limit", "3600");
        yield return Case(With(r => r.Limits = new SearchLimits { TimeLimit = new Duration() }), "TIME_LIMIT_OUT_OF_RANGE", "limits.time_limit", "0");
        yield return Case(With(r => r.Limits = new SearchLimits { SearchId = "a b" }), "SEARCH_ID_INVALID", "limits.search_id", "a b");
        yield return Case(WithMode(m => m.Id = "Own"), "ATTACK_MODE_INVALID", "question.modes[0].id", "Own");
        yield return Case(WithMode(m => m.CapacityLeftRatio = 1), "ATTACK_MODE_INVALID", "question.modes[0].capacity_left_ratio", "1");
        yield return Case(WithMode(m => m.CapacityLeftRatio = double.NaN), "ATTACK_MODE_INVALID", "question.modes[0].capacity_left_ratio", "NaN");
        yield return Case(WithMode(m => m.ReachKm = -1), "ATTACK_MODE_INVALID", "question.modes[0].reach_km", "-1");
        yield return Case(WithMode(m => m.SuccessProbability = 1.5), "ATTACK_MODE_INVALID", "question.modes[0].success_probability", "1.5");
        yield return Case(WithMode(m => m.CostCount = -3), "ATTACK_MODE_INVALID", "question.modes[0].cost_count", "-3");
        yield return Case(WithMode(m => m.Strikes[0] = "every:bridg"), "ATTACK_MODE_INVALID", "question.modes[0].strikes[0]", "every:bridg", "every:bridge");
        yield return Case(WithMode(m => m.Strikes[0] = "point:amur-bridge"), "ATTACK_MODE_INVALID", "question.modes[0].strikes[0]", "point:amur-bridge", "point:amur-bridge-khabarovsk");
    }

    [TestCaseSource(nameof(Faults))]
    public async Task A_bad_question_is_refused_with_its_field(InterdictRequest request, string reason, string field, string value, string suggestion)
    {
        var fault = await InterdictionTests.FaultOfAsync(request);
        Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.InvalidArgument, reason)), fault.Message);
        Assert.That(fault.Fields, Does.Contain(field), fault.Message);
        Assert.That(fault.Info.Metadata["field"], Is.EqualTo(field));
        Assert.That(fault.Info.Metadata["value"], Is.EqualTo(value));
        if (suggestion.Length > 0)
            Assert.That(fault.Suggestion, Is.EqualTo(suggestion));
    }

    [Test]
    public async Task An_unknown_timeline_is_NOT_FOUND()
    {
        var fault = await InterdictionTests.FaultOfAsync(With(r => r.Question.Scenario.Timeline = "japanese-siberi"));
        Assert.That((fault.Code, fault.Suggestion), Is.EqualTo((StatusCode.NotFound, "japanese-siberia")));
    }

    [TestCase(0)]
    [TestCase(21)]
    public async Task Guards_are_1_to_20(int count)
    {
        using var call = RealServer.Interdiction.Fortify(new FortifyRequest { Question = Good().Question, GuardCount = count });
        var fault = Fault.Of((await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None)))!);
        Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.InvalidArgument, "GUARD_COUNT_OUT_OF_RANGE")));
    }

    [Test]
    public async Task A_frontier_of_an_unknown_resource_is_refused()
    {
        using var call = RealServer.Interdiction.TraceFrontier(new TraceFrontierRequest { Question = Good().Question, VariedResource = "commando-raid" });
        var fault = Fault.Of((await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None)))!);
        fault.IsAbout(StatusCode.InvalidArgument, "RESOURCE_UNKNOWN", "varied_resource", "commando-raid", "commando-raids");
    }
}
