using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Tests.Interdiction;

[TestFixture]
public sealed class InterdictionFrontierTests
{
    [Test]
    public void The_frontier_of_Harris_and_Ross_falls_to_nothing_with_seven_attacks()
    {
        var result = InterdictionFrontier.Trace(HarrisRoss.UnitAttacks(12), InterdictionOptions.Default, CancellationToken.None);
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
            var points = InterdictionFrontier.Trace(problem, InterdictionOptions.Default, CancellationToken.None).Points;
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
        var result = InterdictionFrontier.Trace(problem, InterdictionOptions.Default, CancellationToken.None);
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
}
