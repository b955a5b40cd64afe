using System.Numerics;
using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Tests.Interdiction;

[TestFixture]
public sealed class InterdictionFrontierTests
{
    [Test]
    public void The_frontier_of_Harris_and_Ross_falls_to_nothing_with_seven_attacks()
    {
        var result = InterdictionFrontier.Trace(HarrisRoss.UnitAttacks(12), 0, InterdictionOptions.Default, null, CancellationToken.None);
        Assert.That(result.Points[0].Value, Is.EqualTo(163));
        Assert.That((result.Points[^1].Budget, result.Points[^1].Value), Is.EqualTo((7, 0)));
        foreach (var (budget, value) in new[] { (1, 127), (2, 97), (3, 73), (5, 32) })
            Assert.That(result.Points.Single(point => point.Budget == budget).Value, Is.EqualTo(value));
    }

    [Test]
    public void Three_hundred_random_frontiers_agree_with_every_budget_solved_apart()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = InterdictionNets.Small(new Random(seed)).WithBudgets([9]);
            var points = InterdictionFrontier.Trace(problem, 0, InterdictionOptions.Default, null, CancellationToken.None).Points;
            Assert.That(points[0].Budget, Is.Zero);
            for (var budget = 0L; budget <= 9; budget++)
            {
                var expected = Interdict.Best(problem.WithBudgets([budget])).Value;
                Assert.That(points.Last(point => point.Budget <= budget).Value, Is.EqualTo(expected), $"seed {seed}, budget {budget}");
            }
        }
    }

    [Test]
    public void Every_point_carries_a_proof_that_reaches_up_to_the_next()
    {
        var problem = InterdictionNets.Grid(2, 6, 6, 0.8);
        var result = InterdictionFrontier.Trace(problem, 0, InterdictionOptions.Default, null, CancellationToken.None);
        Assert.That(result.Termination, Is.EqualTo(Termination.Optimal));
        Assert.That(result.Points.Length, Is.GreaterThan(10));
        for (var index = 0; index < result.Points.Length; index++)
        {
            var point = result.Points[index];
            Assert.That(point.ProvedUpTo, Is.EqualTo(index + 1 < result.Points.Length ? result.Points[index + 1].Budget - 1 : problem.Budgets[0]));
            var report = InterdictionChecker.Check(problem.WithBudgets([point.ProvedUpTo]), point.Certificate!);
            Assert.That(report.IsAccepted, Is.True, report.Problem);
        }

        Assert.That(result.Points.Count(point => point.IsSupported), Is.InRange(3, result.Points.Length - 1));
    }

    [Test]
    public void Three_hundred_frontiers_over_either_of_two_resources_agree_with_trying_every_plan()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var (resource, problem) = (seed % 2, InterdictionNets.Small(new Random(30_000 + seed), resourceCount: 2));
            problem = problem.WithBudgets(problem.Budgets.SetItem(resource, 7));
            var points = Trace(problem, resource).Points;
            Assert.That(points[0].Budget, Is.Zero, $"seed {seed}");
            Assert.That(points.Zip(points.Skip(1)).All(pair => pair.First.Value > pair.Second.Value && pair.First.Budget < pair.Second.Budget), Is.True, $"seed {seed}");
            for (var budget = 0L; budget <= 7; budget++)
            {
                var least = new BruteForceInterdiction(problem.WithBudgets(problem.Budgets.SetItem(resource, budget))).Least;
                var found = points.Last(point => point.Budget <= budget).Value;
                Assert.That(found == FlowGraph.Unlimited ? null : (BigInteger?)found, Is.EqualTo(least), $"seed {seed}, budget {budget}");
            }
        }
    }

    [Test]
    public void Proofs_of_a_frontier_over_one_of_two_resources_hold_with_the_other_budget_fixed()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var problem = InterdictionNets.Small(new Random(31_000 + seed), resourceCount: 2).WithBudgets([6, 4]);
            foreach (var point in Trace(problem, 0).Points)
            {
                Assert.That(point.Budget, Is.EqualTo(point.Plan.Costs[0]));
                var report = InterdictionChecker.Check(problem.WithBudgets([point.ProvedUpTo, 4]), point.Certificate!);
                Assert.That(report.IsAccepted, Is.True, $"seed {seed}: {report.Problem}");
            }
        }
    }

    [Test]
    public void Each_point_is_reported_once_when_it_is_final_largest_budget_first()
    {
        var reports = new Reports();
        var problem = InterdictionNets.Grid(2, 6, 6, 0.8);
        var points = InterdictionFrontier.Trace(problem, 0, InterdictionOptions.Default, reports, CancellationToken.None).Points;
        Assert.That(reports.All.Select(Place), Is.EqualTo(points.Reverse().Select(Place)));

        static string Place(FrontierPoint point) => $"{point.Budget} {point.Value} {point.ProvedUpTo} {string.Join(' ', point.Plan.Attacks)}";
    }

    [TestCase(-1)]
    [TestCase(1)]
    public void A_resource_that_does_not_exist_is_refused(int resource) =>
        Assert.That(() => Trace(HarrisRoss.UnitAttacks(2), resource), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static FrontierResult Trace(InterdictionProblem problem, int resource) =>
        InterdictionFrontier.Trace(problem, resource, InterdictionOptions.Default, progress: null, CancellationToken.None);

    private sealed class Reports : IProgress<FrontierPoint>
    {
        public List<FrontierPoint> All { get; } = [];

        public void Report(FrontierPoint value) => All.Add(value);
    }
}
