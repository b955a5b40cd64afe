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
    public void RequireOrTools()
    {
        var state = RealServer.Api.Catalog.GetServerInfo().Solvers.Single(s => s.Name == "or-tools");
        if (!state.Available)
            Assert.Ignore(state.UnavailableReason);
    }

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

    internal static void RequireAgreed(SolveSummary solve)
    {
        Assert.That(solve.CrossCheck.Outcome, Is.EqualTo(CrossCheckOutcome.Agreed), solve.CrossCheck.Sentence);
        Assert.That(solve.CrossCheck.Values, Is.Not.Empty.And.All.Matches<ComparedValue>(v => v!.Decided && Math.Abs(v.Answered - v.Checked) <= v.Tolerance));
    }
}
