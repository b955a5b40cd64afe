using System.Numerics;
using NUnit.Framework;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.MinCost;

[TestFixture]
public sealed class MinCostFlowBruteForceTests
{
    [Test]
    public void Five_thousand_small_problems_have_the_answers_of_cycle_cancelling()
    {
        var counts = new Dictionary<Termination, int>();
        for (var seed = 0; seed < 5_000; seed++)
        {
            var problem = RandomCostFlow.Small(new Random(seed));
            var result = CertifiedMinCost.Solve(problem);
            RequireSame(problem, result, $"seed {seed}");
            counts[result.Termination] = counts.GetValueOrDefault(result.Termination) + 1;
        }

        Assert.That(counts[Termination.Optimal], Is.GreaterThan(2_000));
        Assert.That(counts[Termination.Infeasible], Is.GreaterThan(500));
        Assert.That(counts[Termination.Unbounded], Is.GreaterThan(200));
    }

    [Test]
    public void Warm_starts_after_any_change_have_the_answers_of_cycle_cancelling()
    {
        var repairs = 0L;
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new Random(100_000 + seed);
            var session = new MinCostFlowSession(RandomCostFlow.Small(random));
            for (var step = 0; step < 8; step++)
            {
                var result = CertifiedMinCost.Solve(session);
                RequireSame(session.ToProblem(), result, $"seed {seed}, step {step}");
                repairs += result.Statistics.RepairCount;
                MinCostChanges.Make(session, random);
            }
        }

        Assert.That(repairs, Is.GreaterThan(1_000));
    }

    private static void RequireSame(MinCostFlowProblem problem, MinCostFlowResult result, string where)
    {
        var (termination, cost, amount) = CycleCancellingReference.Solve(problem);
        Assert.That(result.Termination, Is.EqualTo(termination), where);
        if (termination != Termination.Optimal)
            return;
        Assert.That((BigInteger)result.Cost!.Value, Is.EqualTo(cost), where);
        if (problem.Goal == MinCostFlowGoal.Largest)
            Assert.That((BigInteger)result.Flow!.Amount, Is.EqualTo(amount), where);
    }
}
