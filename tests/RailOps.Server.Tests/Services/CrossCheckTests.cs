using Grpc.Core;
using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>The native solvers beside OR-Tools on the real data: every question, and every timeline and side for the main ones.</summary>
[TestFixture]
internal sealed class CrossCheckTests
{
    /// <summary>Every attacker with means on the default date, and every other side.</summary>
    public static IEnumerable<object[]> Attackers =>
        from timeline in RealServer.Data.Timelines
        from attacker in timeline.AttackMeans.Where(m => m.Use is not null && m.HoldsOn(timeline.DefaultDate)).GroupBy(m => m.SideId)
        from side in timeline.Sides.Where(s => s.Id != attacker.Key)
        select new object[] { timeline.Id, attacker.Key, side.Id, attacker.Select(m => m.Use!.Resource).Distinct().ToArray() };

    [OneTimeSetUp]
    public void RequireOrTools() => RealServer.RequireOrTools();

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task Divisions_and_deliveries_are_the_same_on_every_timeline_and_side(string timeline, string side)
    {
        foreach (var policy in new[] { AllocationPolicy.Priority, AllocationPolicy.Weighted, AllocationPolicy.Fair })
        {
            var request = Ask.Assess(timeline, side: side);
            (request.CrossCheck, request.Policy) = (true, policy);
            var answer = await RealServer.Supply.AssessSupplyAsync(request);
            RequireAgreed(answer.Solve);
            Assert.That(answer.Solve.CrossCheck.Values, Has.Count.EqualTo(3 * (answer.Fronts.Count + 1)), "each front and the deliveries, at three levels");
        }
    }

    [Test]
    public async Task Divisions_and_deliveries_are_the_same_after_random_changes()
    {
        var sides = RealServer.Sides.ToList();
        var links = RealServer.Data.Base.Links;
        for (var seed = 0; seed < 36; seed++)
        {
            var random = new Random(seed);
            var changes = Enumerable.Range(0, 5).Select(_ => Ask.Derate($"link:{links[random.Next(links.Length)].Id}", random.Next(0, 4) / 4.0)).ToArray();
            var request = Ask.Assess((string)sides[seed % sides.Count][0], side: (string)sides[seed % sides.Count][1], changes: changes);
            (request.CrossCheck, request.Policy) = (true, (AllocationPolicy)(1 + (seed % 3)));
            RequireAgreed((await RealServer.Supply.AssessSupplyAsync(request)).Solve);
        }
    }

    [TestCaseSource(typeof(RealServer), nameof(RealServer.Sides))]
    public async Task The_largest_flow_is_the_same_on_every_timeline_and_side(string timeline, string side)
    {
        var request = Ask.Flow(Ask.About(timeline, side: side), "sources", "fronts");
        request.CrossCheck = true;
        RequireAgreed((await RealServer.Flow.SolveMaxFlowAsync(request)).Solve);
    }

    [TestCaseSource(nameof(Attackers))]
    public async Task The_worst_attack_leaves_the_same_whoever_attacks_on_every_timeline(string timeline, string attacker, string side, string[] resources)
    {
        var question = new AttackQuestion { Scenario = Ask.About(timeline, side: side), Attacker = attacker };
        question.Resources.AddRange(resources.Select(r => new ResourceBudget { Resource = r, BudgetCount = r.Contains("sortie", StringComparison.Ordinal) ? 200 : 2 }));
        var (_, result) = await InterdictionTests.InterdictAsync(new InterdictRequest { Question = question, PlanCount = 1, CrossCheck = true });
        TestContext.Out.WriteLine(result.Solve.CrossCheck.Values[0]);
        RequireAgreed(result.Solve);
    }

    [Test]
    public async Task A_comparison_a_ranking_a_frontier_and_guards_are_the_same()
    {
        var compared = new CompareTimelinesRequest(Ask.Compare(Siberia, Ask.About("history-1940", side: "soviet"))) { CrossCheck = true };
        RequireAgreed((await RealServer.Supply.CompareTimelinesAsync(compared)).Solve);
        var ranked = await RealServer.Interdiction.RankCriticalLinksAsync(new RankCriticalLinksRequest { Scenario = Siberia, ItemCount = 5, CrossCheck = true });
        RequireAgreed(ranked.Solve);
        Assert.That(ranked.Solve.CrossCheck.Values, Has.Count.EqualTo(2 * (1 + ranked.Items.Count)), "everything in place, and without each row");
        var question = InterdictionTests.Siberia(("commando-raids", 2));
        var traced = await LastAsync(RealServer.Interdiction.TraceFrontier(new TraceFrontierRequest { Question = question, CrossCheck = true }));
        RequireAgreed(traced.Result.Solve);
        Assert.That(traced.Result.Solve.CrossCheck.Values, Has.Count.EqualTo(traced.Result.Points.Count), "one for each step");
        RequireAgreed((await LastAsync(RealServer.Interdiction.Fortify(new FortifyRequest { Question = question, GuardCount = 2, CrossCheck = true }))).Result.Solve);
    }

    [Test]
    public async Task Asked_to_answer_OR_Tools_gives_the_same_figures_and_says_that_they_are_not_proven()
    {
        foreach (var policy in new[] { AllocationPolicy.Priority, AllocationPolicy.Weighted, AllocationPolicy.Fair })
        {
            var native = await RealServer.Supply.AssessSupplyAsync(new AssessSupplyRequest { Scenario = Siberia, Policy = policy });
            var answer = await RealServer.Supply.AssessSupplyAsync(new AssessSupplyRequest { Scenario = Siberia, Policy = policy, Solver = Solver.OrTools });
            Assert.That(answer.SustainedDivisionCount, Is.EqualTo(native.SustainedDivisionCount));
            Assert.That((answer.Solve.Termination, answer.Solve.CertificateAccepted), Is.EqualTo((Termination.WithinTolerance, true)));
            Assert.That(answer.Solve.CertificateSentence, Does.Contain("the word of a solver that counts in floating point"));
        }

        var (_, worst) = await InterdictionTests.InterdictAsync(new InterdictRequest { Question = InterdictionTests.Siberia(("commando-raids", 2)) });
        var (_, wood) = await InterdictionTests.InterdictAsync(new InterdictRequest { Question = InterdictionTests.Siberia(("commando-raids", 2)), Solver = Solver.OrTools });
        Assert.That(wood.Plans.Single().DeliveredTonnesPerDay, Is.EqualTo(worst.Plans[0].DeliveredTonnesPerDay));
        Assert.That((wood.Solve.Solver, wood.Solve.Termination), Is.EqualTo(("wood-mip", Termination.WithinTolerance)));
        Assert.That(wood.Sentences, Has.Some.StartsWith("Not proven: a solver that counts in floating point"));
    }

    [Test]
    public async Task What_OR_Tools_does_not_answer_is_refused_with_what_does()
    {
        var question = InterdictionTests.Siberia(("commando-raids", 2));
        var divisions = new AttackQuestion(question) { Objective = AttackObjective.SustainedDivisions };
        var faults = new (Fault Fault, string Field)[]
        {
            (await Fault.OfAsync(RealServer.Interdiction.RankCriticalLinksAsync(new RankCriticalLinksRequest { Scenario = Siberia, Solver = Solver.OrTools })), "solver"),
            (await InterdictionTests.FaultOfAsync(new InterdictRequest { Question = divisions, Solver = Solver.OrTools }), "solver"),
            (await InterdictionTests.FaultOfAsync(new InterdictRequest { Question = divisions, CrossCheck = true }), "cross_check"),
            (await InterdictionTests.FaultOfAsync(new InterdictRequest { Question = question, PlanCount = 2, Solver = Solver.OrTools }), "solver"),
            (await FaultAsync(RealServer.Interdiction.TraceFrontier(new TraceFrontierRequest { Question = question, Solver = Solver.OrTools })), "solver"),
            (await FaultAsync(RealServer.Interdiction.Fortify(new FortifyRequest { Question = question, GuardCount = 1, Solver = Solver.OrTools })), "solver"),
        };
        foreach (var (fault, field) in faults)
        {
            Assert.That((fault.Code, fault.Info.Reason), Is.EqualTo((StatusCode.InvalidArgument, "SOLVER_NOT_FOR_QUESTION")), fault.Message);
            Assert.That(fault.Fields, Is.EqualTo(new[] { field }));
            Assert.That(fault.Message, Does.Contain("native"));
        }
    }

    private static Scenario Siberia => Ask.About("japanese-siberia", "1940-04-15", "soviet");

    private static async Task<T> LastAsync<T>(AsyncServerStreamingCall<T> call)
        where T : class
    {
        using (call)
        {
            T? last = null;
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
                last = call.ResponseStream.Current;
            return last!;
        }
    }

    private static async Task<Fault> FaultAsync<T>(AsyncServerStreamingCall<T> call)
    {
        using (call)
            return Fault.Of((await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None)))!);
    }

    internal static void RequireAgreed(SolveSummary solve)
    {
        Assert.That(solve.CrossCheck.Outcome, Is.EqualTo(CrossCheckOutcome.Agreed), solve.CrossCheck.Sentence);
        Assert.That(solve.CrossCheck.Values, Is.Not.Empty.And.All.Matches<ComparedValue>(v => v!.Decided && Math.Abs(v.Answered - v.Checked) <= v.Tolerance));
    }
}
