using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Tests.Interdiction;

[TestFixture]
public sealed class InterdictionThreadTests
{
    [Test]
    public void Nine_hundred_small_nets_have_the_same_plans_proofs_and_counts_on_one_thread_and_on_several()
    {
        for (var seed = 0; seed < 900; seed++)
            AssertSame(InterdictionNets.Small(new Random(40_000 + seed), resourceCount: 1 + (seed % 3)), count: 1 + (seed % 3), threadCount: 2 + (seed % 3), $"seed {seed}");
    }

    [Test]
    public void A_hundred_grids_have_the_same_plans_proofs_and_counts_on_one_thread_and_on_several()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var problem = InterdictionNets.Grid(seed, 6 + (seed % 5), 6, 0.15 * (1 + (seed % 6)));
            AssertSame(problem, count: 1 + (seed % 3), threadCount: 2 + (seed % 4), $"seed {seed}");
        }
    }

    [Test]
    public void Reports_are_the_same_on_one_thread_and_on_several()
    {
        var problem = InterdictionNets.Grid(7, 10, 10, 0.4);
        Assert.That(Reports(problem, 3), Is.EqualTo(Reports(problem, 1)));
    }

    [Test]
    public void A_single_thread_starts_no_other()
    {
        var caller = Environment.CurrentManagedThreadId;
        var clock = new WatchedClock(_ => Assert.That(Environment.CurrentManagedThreadId, Is.EqualTo(caller)));
        Solve(InterdictionNets.Grid(7, 10, 10, 0.4), count: 3, threadCount: 1, clock);
        Assert.That(clock.LookCount, Is.GreaterThan(100));
    }

    [Test]
    public void Several_threads_do_work_where_the_tree_is_large()
    {
        var threads = new System.Collections.Concurrent.ConcurrentDictionary<int, bool>();
        var clock = new WatchedClock(_ => threads[Environment.CurrentManagedThreadId] = true);
        var result = Solve(InterdictionNets.Grid(3, 20, 20, 0.5), count: 1, threadCount: 3, clock);
        Assert.That(result.Statistics.SearchNodeCount, Is.GreaterThan(20));
        Assert.That(threads.Count, Is.GreaterThan(1));
    }

    [Test]
    public void Several_threads_stopped_at_any_look_give_a_plan_and_a_bound_that_hold()
    {
        var problem = InterdictionNets.Grid(5, 9, 9, 0.4);
        var best = Interdict.Best(problem).Value;
        for (var looks = 1; looks < 40_000; looks = (looks * 5 / 4) + 1)
        {
            using var source = new CancellationTokenSource();
            var clock = new WatchedClock(count => CancelAt(count, looks, source));
            var result = Solve(problem, count: 1, threadCount: 3, clock, source.Token);
            Assert.That(result.Bound, Is.LessThanOrEqualTo(best), $"after {looks} looks");
            Assert.That(result.Value, Is.GreaterThanOrEqualTo(best), $"after {looks} looks");
            Assert.That(InterdictionChecker.Check(problem, result).IsAccepted, Is.True, $"after {looks} looks");
        }
    }

    [Test]
    public void A_listener_that_throws_ends_the_solve_with_what_it_threw_and_leaves_no_thread_behind()
    {
        var problem = InterdictionNets.Grid(7, 12, 12, 0.4);
        var options = new InterdictionOptions { ThreadCount = 3 };
        var nodes = Reports(problem, 1).Count;
        Assert.That(
            () => new LagrangianInterdictionSolver().Solve(problem, options, new Throws(nodes - 1), CancellationToken.None),
            NUnit.Framework.Throws.TypeOf<InvalidTimeZoneException>());
    }

    private static void CancelAt(long count, long limit, CancellationTokenSource source)
    {
        if (count == limit)
            source.Cancel();
    }

    private static void AssertSame(InterdictionProblem problem, int count, int threadCount, string note)
    {
        var alone = Solve(problem, count, threadCount: 1, new WatchedClock(_ => { }));
        var random = new Random(count);
        var together = Solve(problem, count, threadCount, new WatchedClock(_ => Dawdle(random)));
        Assert.That(Text(problem, together), Is.EqualTo(Text(problem, alone)), note);
        Assert.That(together.Statistics, Is.EqualTo(alone.Statistics), note);
        var report = InterdictionChecker.Check(problem, together);
        Assert.That(report.IsAccepted, Is.True, $"{note}: {report.Problem}");
        Assert.That(report.Proof, Is.EqualTo(ProofKind.Certified), note);
    }

    /// <summary>Makes threads overtake each other at random.</summary>
    private static void Dawdle(Random random)
    {
        int turns;
        lock (random)
            turns = random.Next(64);
        if (turns == 0)
            Thread.Yield();
        else if (turns < 8)
            Thread.SpinWait(turns * 20);
    }

    private static string Text(InterdictionProblem problem, InterdictionResult result)
    {
        var plans = result.Plans.Select(plan => $"{plan.Value} {string.Join(' ', plan.Costs)} {string.Join(' ', plan.Attacks)} {string.Join(' ', plan.Cut?.SourceSide ?? [])}");
        return $"{result.Termination} {result.Bound} {result.ValueBefore}\n{string.Join('\n', plans)}\n{InterdictionJson.Write(problem, result.Certificate!)}";
    }

    private static InterdictionResult Solve(InterdictionProblem problem, int count, int threadCount, TimeProvider clock, CancellationToken token = default)
    {
        var limits = new SolveOptions { TimeLimit = TimeSpan.FromDays(1), TimeProvider = clock, CheckInterval = 50 };
        var options = new InterdictionOptions { Count = count, ThreadCount = threadCount, Limits = limits };
        return new LagrangianInterdictionSolver().Solve(problem, options, progress: null, token);
    }

    private static List<InterdictionProgress> Reports(InterdictionProblem problem, int threadCount)
    {
        var reports = new Throws(int.MaxValue);
        new LagrangianInterdictionSolver().Solve(problem, new InterdictionOptions { ThreadCount = threadCount }, reports, CancellationToken.None);
        return reports.All;
    }

    private sealed class Throws(int at) : IProgress<InterdictionProgress>
    {
        public List<InterdictionProgress> All { get; } = [];

        public void Report(InterdictionProgress value)
        {
            All.Add(value);
            if (All.Count == at)
                throw new InvalidTimeZoneException("a listener's fault");
        }
    }
}
