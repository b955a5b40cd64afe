using System.Collections.Immutable;
using System.Diagnostics;
using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Tests.Interdiction;

/// <summary>
/// A search is stopped at every look at the clock that it takes. Wall-clock bounds are wide, since the machine may be busy; on a quiet one
/// RAILOPS_STRICT_TIMES=1 holds them to 50 ms.
/// </summary>
[TestFixture]
public sealed class InterdictionStopTests
{
    private static readonly bool IsStrict = Environment.GetEnvironmentVariable("RAILOPS_STRICT_TIMES") == "1";

    [Test]
    public void A_search_stopped_at_any_look_gives_a_plan_and_a_bound_that_hold() =>
        StopAtEveryLook(InterdictionNets.Grid(4, 7, 6, 0.4), count: 1, checkInterval: 23);

    [Test]
    public void A_search_for_several_plans_stopped_at_any_look_gives_plans_and_a_bound_that_hold() =>
        StopAtEveryLook(InterdictionNets.Grid(4, 5, 5, 0.4), count: 3, checkInterval: 29);

    [Test]
    public void Small_nets_with_everything_in_them_can_be_stopped_at_any_step()
    {
        for (var seed = 0; seed < 60; seed++)
            StopAtEveryLook(InterdictionNets.Small(new Random(50_000 + seed), resourceCount: 1 + (seed % 2)), count: 1 + (seed % 2), checkInterval: 1);
    }

    [Test]
    public void Every_pass_over_the_arcs_looks_at_the_clock()
    {
        // With an interval of 1 every step is a look; set-up, the first bound and merging pass over all arcs many times.
        var problem = InterdictionNets.Grid(1, 20, 20, 0.5);
        var clock = new WatchedClock(_ => { });
        Solve(problem, count: 1, checkInterval: 1, clock);
        Assert.That(clock.LookCount, Is.GreaterThan(100L * problem.Graph.ArcCount));
    }

    [TestCase(1)]
    [TestCase(4)]
    public void A_net_of_half_a_million_arcs_is_left_soon_after_the_token_is_raised(int threadCount)
    {
        var problem = Wide(side: 400);
        new LagrangianInterdictionSolver().Solve(Wide(side: 5), InterdictionOptions.Default, null, new CancellationToken(canceled: true));
        var slowest = TimeSpan.Zero;
        foreach (var delay in new[] { 1, 20, 60, 120, 200, 300, 450, 700, 1100 })
        {
            using var source = new CancellationTokenSource();
            var solve = Task.Run(() => new LagrangianInterdictionSolver().Solve(problem, new InterdictionOptions { ThreadCount = threadCount }, null, source.Token));
            solve.Wait(delay);
            var start = Stopwatch.GetTimestamp();
            source.Cancel();
            var result = solve.GetAwaiter().GetResult();
            var elapsed = Stopwatch.GetElapsedTime(start);
            TestContext.Out.WriteLine($"token raised after {delay} ms, answer {elapsed.TotalMilliseconds:0} ms later, value {result.Value}");
            slowest = slowest > elapsed ? slowest : elapsed;
            Assert.That(result.Termination, Is.EqualTo(Termination.Stopped), $"after {delay} ms");
            Assert.That(result.Bound, Is.LessThanOrEqualTo(result.Value), $"after {delay} ms");
            Assert.That(InterdictionChecker.Check(problem, result).IsAccepted, Is.True, $"after {delay} ms");
        }

        Assert.That(slowest, Is.LessThan(IsStrict ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromSeconds(5)));
    }

    private static void StopAtEveryLook(InterdictionProblem problem, int count, int checkInterval)
    {
        var best = Interdict.Best(problem).Value;
        for (var looks = 1L; ; looks++)
        {
            // The first look at the clock is the start.
            var result = Solve(problem, count, checkInterval, new WatchedClock(_ => { }, step: 1), new TimeSpan(looks));
            Assert.That(result.Bound, Is.LessThanOrEqualTo(best), $"after {looks} looks");
            Assert.That(result.Value, Is.GreaterThanOrEqualTo(best), $"after {looks} looks");
            var report = InterdictionChecker.Check(problem, result);
            Assert.That(report.IsAccepted, Is.True, $"after {looks} looks: {report.Problem}");
            if (result.Termination != Termination.TimeLimit)
                return;
        }
    }

    private static InterdictionResult Solve(InterdictionProblem problem, int count, int checkInterval, TimeProvider clock, TimeSpan? limit = null)
    {
        var limits = new SolveOptions { TimeLimit = limit ?? TimeSpan.FromDays(1), TimeProvider = clock, CheckInterval = checkInterval };
        return new LagrangianInterdictionSolver().Solve(problem, new InterdictionOptions { Count = count, Limits = limits }, null, CancellationToken.None);
    }

    /// <summary>A square grid with an arc each way between neighbours, all of them targets.</summary>
    private static InterdictionProblem Wide(int side)
    {
        var random = new Random(side);
        var builder = new FlowGraphBuilder();
        builder.AddNodes(side * side);
        var targets = ImmutableArray.CreateBuilder<AttackTarget>();
        for (var node = 0; node < side * side; node++)
        {
            if ((node % side) + 1 < side)
                AddBoth(node, node + 1);
            if (node + side < side * side)
                AddBoth(node, node + side);
        }

        var left = Enumerable.Range(0, side).Select(row => row * side).ToImmutableArray();
        return new InterdictionProblem(builder.Build(), left, [.. left.Select(node => node + side - 1)], targets.ToImmutable(), [side * 10]);

        void AddBoth(int a, int b)
        {
            targets.Add(AttackTarget.Arc(builder.AddArc(a, b, random.Next(10, 1000)), random.Next(10, 100)));
            targets.Add(AttackTarget.Arc(builder.AddArc(b, a, random.Next(10, 1000)), random.Next(10, 100)));
        }
    }
}
