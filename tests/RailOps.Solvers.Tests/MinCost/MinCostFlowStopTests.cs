using NUnit.Framework;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Results;
using RailOps.Solvers.Tests.Interdiction;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.MinCost;

/// <summary>A solve is stopped at every look at the clock that it takes.</summary>
[TestFixture]
public sealed class MinCostFlowStopTests
{
    [Test]
    public void Stopped_at_any_look_the_flow_and_the_bound_hold()
    {
        var (withFlow, withBound, withNeither) = (0, 0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = RandomCostFlow.Small(new Random(seed));
            var best = CertifiedMinCost.Solve(problem);
            for (var looks = 1L; ; looks++)
            {
                var options = new SolveOptions { TimeLimit = new TimeSpan(looks), TimeProvider = new WatchedClock(_ => { }, step: 1), CheckInterval = 1 };
                var result = CertifiedMinCost.Solve(problem, options);
                if (result.Termination != Termination.TimeLimit)
                {
                    Assert.That((result.Termination, result.Cost), Is.EqualTo((best.Termination, best.Cost)));
                    break;
                }

                RequireHolds(problem, best, result, $"seed {seed}, look {looks}");
                withFlow += result.Flow is null ? 0 : 1;
                withBound += result.Bound is null ? 0 : 1;
                withNeither += result.Flow is null && result.Bound is null ? 1 : 0;
            }
        }

        Assert.That((withFlow > 100, withBound > 100, withNeither > 100), Is.EqualTo((true, true, true)), $"{withFlow}, {withBound}, {withNeither}");
    }

    [Test]
    public void A_session_stopped_at_any_look_goes_on_to_the_answer_of_a_cold_start()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var problem = RandomCostFlow.Small(new Random(70_000 + seed));
            var best = CertifiedMinCost.Solve(problem);
            for (var looks = 1L; looks < 12; looks++)
            {
                var session = new MinCostFlowSession(problem);
                session.Solve(new SolveOptions { TimeLimit = new TimeSpan(looks), TimeProvider = new WatchedClock(_ => { }, step: 1), CheckInterval = 1 }, CancellationToken.None);
                var result = CertifiedMinCost.Solve(session);
                // Where there is no least cost, the flow shown is any.
                var isBounded = best.Termination != Termination.Unbounded;
                Assert.That((result.Termination, isBounded ? result.Cost : null), Is.EqualTo((best.Termination, isBounded ? best.Cost : null)), $"seed {seed}, look {looks}");
            }
        }
    }

    [Test]
    public void A_raised_token_and_a_limit_of_zero_are_answers_too()
    {
        var problem = RandomCostFlow.Plain(new Random(1), nodeCount: 10, arcCount: 40);
        var stopped = new NetworkSimplexSolver().Solve(problem, SolveOptions.Default, new CancellationToken(canceled: true));
        Assert.That(stopped.Termination, Is.EqualTo(Termination.Stopped));
        CertifiedMinCost.RequireProof(problem, stopped);
        Assert.That(CertifiedMinCost.Solve(problem, new SolveOptions { TimeLimit = TimeSpan.Zero }).Termination, Is.EqualTo(Termination.TimeLimit));
    }

    private static void RequireHolds(MinCostFlowProblem problem, MinCostFlowResult best, MinCostFlowResult result, string where)
    {
        if (result.Flow is not null)
            Assert.That(best.Termination, Is.Not.EqualTo(Termination.Infeasible), where);
        if (best.Termination != Termination.Optimal)
            return;
        if (result.Flow is not null && problem.Goal != MinCostFlowGoal.Largest)
            Assert.That(result.Cost, Is.GreaterThanOrEqualTo(best.Cost!.Value), where);
        if (result.Flow is not null)
            Assert.That(result.Flow.Amount, Is.LessThanOrEqualTo(best.Flow!.Amount), where);
        if (result.Bound is not null)
            Assert.That(result.Bound, Is.LessThanOrEqualTo(best.Cost!.Value), where);
    }
}
