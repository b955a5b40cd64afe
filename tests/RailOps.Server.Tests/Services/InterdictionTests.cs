using System.Diagnostics;
using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>Interdict, TraceFrontier, Fortify, StopSearch and ListAttackMeans over the wire.</summary>
[TestFixture]
internal sealed class InterdictionTests
{
    // Wide, because a busy machine makes it flicker; RAILOPS_STRICT_TIMES=1 on a quiet one holds it to 50 ms.
    private static readonly TimeSpan StopBound = TimeSpan.FromMilliseconds(Environment.GetEnvironmentVariable("RAILOPS_STRICT_TIMES") == "1" ? 50 : 5000);

    internal static AttackQuestion Siberia(params (string Resource, long Count)[] resources) => new()
    {
        Scenario = new Scenario { Timeline = "japanese-siberia", Date = "1940-04-15", Side = "soviet" },
        Resources = { resources.Select(r => new ResourceBudget { Resource = r.Resource, BudgetCount = r.Count }) },
    };

    internal static async Task<(List<SearchProgress> Progress, InterdictResult Result)> InterdictAsync(InterdictRequest request, DateTime? deadline = null)
    {
        using var call = RealServer.Interdiction.Interdict(request, deadline: deadline);
        var progress = new List<SearchProgress>();
        InterdictResult? result = null;
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            Assert.That(result, Is.Null, "the result is the last message");
            if (call.ResponseStream.Current.EventCase == InterdictResponse.EventOneofCase.Progress)
                progress.Add(call.ResponseStream.Current.Progress);
            else
                result = call.ResponseStream.Current.Result;
        }

        return (progress, result!);
    }

    [Test]
    public async Task Progress_comes_first_and_the_proven_answer_last()
    {
        var (progress, result) = await InterdictAsync(new InterdictRequest { Question = Siberia(("commando-raids", 2), ("air-sorties", 500)) });

        Assert.That(progress, Is.Not.Empty);
        Assert.That(progress.Select(p => p.Best), Is.Ordered.Descending);
        Assert.That(progress.Select(p => p.Bound), Is.Ordered);
        Assert.That(progress.Select(p => p.Unit), Is.All.EqualTo("t/day"));
        Assert.That(result.Solve.Termination, Is.EqualTo(Termination.Optimal));
        Assert.That(result.Solve.CertificateAccepted, Is.True);
        Assert.That(result.Bound, Is.EqualTo(result.Plans[0].DeliveredTonnesPerDay));
        Assert.That(result.GapRatio, Is.Zero);
        Assert.That((result.Side, result.Attacker, result.Date), Is.EqualTo(("soviet", "japanese", "1940-04-15")));
        Assert.That(result.Plans, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task The_changes_of_a_plan_give_the_same_figures_when_assessed()
    {
        var (_, result) = await InterdictAsync(new InterdictRequest { Question = Siberia(("commando-raids", 2), ("air-sorties", 500)) });
        foreach (var plan in result.Plans)
        {
            var scenario = new Scenario { Timeline = "japanese-siberia", Date = "1940-04-15", Side = "soviet", Changes = { plan.Changes } };
            var assessed = await RealServer.Supply.AssessSupplyAsync(Ask.Assess(scenario));
            Assert.That(assessed.DeliveredTonnesPerDay.Best, Is.EqualTo(plan.DeliveredTonnesPerDay).Within(1e-6), "t/day");
            Assert.That(assessed.SustainedDivisionCount.Best, Is.EqualTo(plan.SustainedDivisionCount));
            Assert.That(plan.SustainedDivisionEstimate, Is.EqualTo(assessed.SustainedDivisionCount), "cautious, likely, favourable");
        }

        var before = await RealServer.Supply.AssessSupplyAsync(Ask.Assess("japanese-siberia", "1940-04-15", "soviet"));
        Assert.That(result.SustainedDivisionEstimate, Is.EqualTo(before.SustainedDivisionCount));
    }

    [Test]
    public async Task A_beginning_of_a_sides_name_is_enough()
    {
        var question = Siberia(("commando-raids", 1));
        (question.Scenario.Side, question.Attacker) = ("sovi", "japan");
        var (_, result) = await InterdictAsync(new InterdictRequest { Question = question });
        Assert.That((result.Side, result.Attacker), Is.EqualTo(("soviet", "japanese")));
    }

    [Test]
    public async Task A_mode_of_the_callers_own_is_used()
    {
        var question = Siberia(("saboteurs", 2));
        question.OnlyGivenModes = true;
        question.Modes.Add(new AttackMode { Id = "saboteur", Resource = "saboteurs", CostCount = 1, Strikes = { "every:tunnel", "every:bridge" }, SuccessProbability = 0.5 });
        var (_, result) = await InterdictAsync(new InterdictRequest { Question = question, PlanCount = 1, WithCertificate = true });
        Assert.That(result.Plans[0].Attacks.Select(a => (a.TargetKind, a.Mode)), Is.All.EqualTo(("point", "saboteur")));
        Assert.That(result.Plans[0].SuccessProbability, Is.EqualTo(Math.Pow(0.5, result.Plans[0].Attacks.Count)));
        Assert.That(result.CertificateJson, Does.StartWith("{\"format\":\"railops.interdiction.certificate/1\""));
    }

    [Test]
    public async Task Divisions_can_be_the_objective()
    {
        var question = Siberia(("commando-raids", 1));
        question.Objective = AttackObjective.SustainedDivisions;
        var (_, result) = await InterdictAsync(new InterdictRequest { Question = question });
        Assert.That((result.Unit, result.Plans.Count), Is.EqualTo(("divisions", 1)));
        Assert.That(result.Plans[0].SustainableDivisionCount, Is.EqualTo((long)result.Bound));
        Assert.That(result.Solve.CertificateAccepted, Is.True);
    }

    [Test]
    public async Task What_arrives_over_time_or_on_average_can_be_the_objective()
    {
        var question = Siberia(("commando-raids", 1));
        (question.Objective, question.HorizonDays) = (AttackObjective.CumulativeTonnes, 60);
        var (_, over) = await InterdictAsync(new InterdictRequest { Question = question });
        Assert.That((over.Unit, over.Solve.Termination), Is.EqualTo(("t", Termination.Optimal)));
        Assert.That(over.Plans[0].CumulativeDeliveredTonnes, Is.EqualTo(over.Bound).Within(1e-6));
        Assert.That(over.Plans[0].CumulativeDeliveredTonnes + over.Plans[0].CumulativeLostTonnes, Is.EqualTo(60 * over.DeliveredTonnesPerDay).Within(1e-3), "t");
        question.Objective = AttackObjective.ExpectedTonnes;
        var (_, average) = await InterdictAsync(new InterdictRequest { Question = question });
        Assert.That((average.Unit, average.Solve.Termination), Is.EqualTo(("t/day", Termination.Sampled)));
        Assert.That(average.Plans[0].ExpectedDeliveredTonnesPerDay, Is.GreaterThanOrEqualTo(average.Bound));
    }

    [Test]
    public async Task A_deadline_gives_the_best_found_and_its_bound_before_it_passes()
    {
        var question = Long();
        var (_, result) = await InterdictAsync(new InterdictRequest { Question = question }, DateTime.UtcNow.AddSeconds(4));
        Assert.That(result.Solve.Termination, Is.AnyOf(Termination.TimeLimit, Termination.Optimal));
        Assert.That(result.Bound, Is.LessThanOrEqualTo((double)result.Plans[0].SustainableDivisionCount));
    }

    [Test]
    public async Task A_search_is_stopped_by_its_name_and_gives_what_it_found()
    {
        // The first answer of a process waits for the compiler; the bound is for the others.
        var brief = Long();
        brief.Resources[0].BudgetCount = 1;
        await InterdictAsync(new InterdictRequest { Question = brief });
        var question = Long();
        using var call = RealServer.Interdiction.Interdict(new InterdictRequest { Question = question, Limits = new SearchLimits { SearchId = "long-one" } });
        await call.ResponseStream.MoveNext(CancellationToken.None);
        if (call.ResponseStream.Current.Result is not null)
            Assert.Inconclusive("the search was over before it could be stopped");
        var taken = await FaultOfAsync(new InterdictRequest { Question = question, Limits = new SearchLimits { SearchId = "long-one" } });
        Assert.That((taken.Code, taken.Info.Reason), Is.EqualTo((StatusCode.AlreadyExists, "SEARCH_ID_TAKEN")));
        var told = Stopwatch.GetTimestamp();
        await RealServer.Interdiction.StopSearchAsync(new StopSearchRequest { SearchId = "long-one" });

        InterdictResult? result = null;
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            result = call.ResponseStream.Current.Result ?? result;
        var took = Stopwatch.GetElapsedTime(told);
        TestContext.Out.WriteLine($"stopped and answered in {took.TotalMilliseconds:0} ms");
        Assert.That(took, Is.LessThan(StopBound));
        Assert.That(result!.Solve.Termination, Is.EqualTo(Termination.Stopped));
        Assert.That(result.Sentences, Has.Some.StartsWith("Stopped on request"));
    }

    [Test]
    public async Task A_caller_who_leaves_frees_the_name_of_the_search()
    {
        var limits = new SearchLimits { SearchId = "left-alone" };
        using (var leaves = new CancellationTokenSource())
        {
            using var call = RealServer.Interdiction.Interdict(new InterdictRequest { Question = Long(), Limits = limits }, cancellationToken: leaves.Token);
            await call.ResponseStream.MoveNext(CancellationToken.None);
            if (call.ResponseStream.Current.Result is not null)
                Assert.Inconclusive("the search was over before the caller could leave");
            await leaves.CancelAsync();
        }

        RpcException? refusal = null;
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(20);)
        {
            try
            {
                var (_, result) = await InterdictAsync(new InterdictRequest { Question = Siberia(("commando-raids", 1)), Limits = limits });
                Assert.That(result.Solve.CertificateAccepted, Is.True);
                return;
            }
            catch (RpcException failure) when (failure.StatusCode == StatusCode.AlreadyExists)
            {
                refusal = failure;
                await Task.Delay(20);
            }
        }

        Assert.Fail($"The name is still taken: {refusal}");
    }

    [Test]
    public async Task Stopping_a_search_that_is_not_running_is_NOT_FOUND()
    {
        var fault = await Fault.OfAsync(RealServer.Interdiction.StopSearchAsync(new StopSearchRequest { SearchId = "nobody" }));
        Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.NotFound, "SEARCH_UNKNOWN")));
    }

    [Test]
    public async Task A_frontier_rises_with_the_resource_and_ends_with_the_answer_of_Interdict()
    {
        var question = Siberia(("air-sorties", 200));
        using var call = RealServer.Interdiction.TraceFrontier(new TraceFrontierRequest { Question = question });
        FrontierResult? result = null;
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            result = call.ResponseStream.Current.Result ?? result;
        var (_, worst) = await InterdictAsync(new InterdictRequest { Question = question });

        Assert.That(result!.Complete, Is.True);
        Assert.That(result.Points[0].BudgetCount, Is.Zero);
        Assert.That(result.Points.Select(p => p.BudgetCount), Is.Ordered);
        Assert.That(result.Points.Select(p => p.Plan.DeliveredTonnesPerDay), Is.Ordered.Descending);
        Assert.That(result.Points[^1].Plan.DeliveredTonnesPerDay, Is.EqualTo(worst.Plans[0].DeliveredTonnesPerDay));
    }

    [Test]
    public async Task Guards_save_what_the_two_attacks_differ_in()
    {
        using var call = RealServer.Interdiction.Fortify(
            new FortifyRequest { Question = Siberia(("commando-raids", 2), ("air-sorties", 500)), GuardCount = 3, WithCertificate = true });
        FortifyResult? result = null;
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            result = call.ResponseStream.Current.Result ?? result;

        Assert.That(result!.Solve.CertificateAccepted, Is.True);
        Assert.That(result.SavedTonnesPerDay, Is.EqualTo(result.GuardedPlan.DeliveredTonnesPerDay - result.UnguardedPlan.DeliveredTonnesPerDay).Within(1e-6));
        Assert.That(result.Guards, Has.Count.LessThanOrEqualTo(3));
        Assert.That(result.BoundTonnesPerDay, Is.EqualTo(result.GuardedPlan.DeliveredTonnesPerDay));
        Assert.That(result.KeptTonnesPerDay, Is.EqualTo(result.BoundTonnesPerDay));
        Assert.That(result.CertificateJson, Does.StartWith("{\"format\":\"railops.fortification.certificate/1\""));
    }

    [Test]
    public async Task Means_of_attack_are_told_with_what_they_take()
    {
        var means = (await RealServer.Interdiction.ListAttackMeansAsync(
            new ListAttackMeansRequest { Timeline = "japanese-siberia", Date = "1940-04-15", Attacker = "japanese" })).Means;
        var party = means.Single(m => m.Id == "foot-party");
        Assert.That((party.Resource, party.CostCount, party.ReachKm, party.CapacityLeftRatio), Is.EqualTo(("commando-raids", 1L, 100d, 0d)));
        Assert.That(means.Select(m => m.Id), Has.None.EqualTo("bombers-after-losses"), "from May on only");
        Assert.That(means.Where(m => m.Resource.Length == 0), Is.Not.Empty, "reference means are told");
    }

    // More than can be searched through in the time of a test.
    private static AttackQuestion Long()
    {
        var question = Siberia(("saboteurs", 8));
        question.OnlyGivenModes = true;
        question.Objective = AttackObjective.SustainedDivisions;
        question.Modes.Add(new AttackMode { Id = "saboteur", Resource = "saboteurs", CostCount = 1, Strikes = { "every:railway-link", "every:station" } });
        return question;
    }

    internal static async Task<Fault> FaultOfAsync(InterdictRequest request)
    {
        using var call = RealServer.Interdiction.Interdict(request);
        return Fault.Of((await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None)))!);
    }
}
