using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Tests.Interdiction;

[TestFixture]
public sealed class LagrangianInterdictionSolverTests
{
    [TestCase(1, 127)]
    [TestCase(2, 97)]
    [TestCase(3, 73)]
    [TestCase(5, 32)]
    [TestCase(8, 0)]
    public void Unit_attacks_on_the_net_of_Harris_and_Ross_leave_what_is_published_in_our_notes(long budget, long expected)
    {
        var result = Interdict.Best(HarrisRoss.UnitAttacks(budget));
        Assert.That(result.ValueBefore, Is.EqualTo(163));
        Assert.That(result.Value, Is.EqualTo(expected));
    }

    [Test]
    public void A_cancelled_solve_gives_a_plan_a_cut_and_a_bound()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var problem = InterdictionNets.Grid(1, 20, 20, 0.5);
        var result = new LagrangianInterdictionSolver().Solve(problem, InterdictionOptions.Default, null, source.Token);
        Assert.That(result.Termination, Is.EqualTo(Termination.Stopped));
        Assert.That(result.Bound, Is.Zero);
        Assert.That(InterdictionChecker.Check(problem, result).IsAccepted, Is.True);
    }

    [Test]
    public void A_solve_stopped_after_50_milliseconds_gives_the_best_plan_and_a_bound_soon_after()
    {
        var problem = InterdictionNets.Grid(1, 70, 70, 0.5);
        var limits = new SolveOptions { TimeLimit = TimeSpan.FromMilliseconds(50) };
        var start = TimeProvider.System.GetTimestamp();
        var result = new LagrangianInterdictionSolver().Solve(problem, new InterdictionOptions { Limits = limits }, null, CancellationToken.None);
        Assert.That(TimeProvider.System.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(5)));
        Assert.That(result.Termination, Is.EqualTo(Termination.TimeLimit).Or.EqualTo(Termination.Optimal));
        Assert.That(result.Bound, Is.LessThanOrEqualTo(result.Value));
        Assert.That(InterdictionChecker.Check(problem, result).IsAccepted, Is.True);
    }

    [Test]
    public void A_solve_stopped_at_any_report_is_feasible_and_its_bound_holds()
    {
        var problem = InterdictionNets.Grid(5, 9, 9, 0.4);
        var best = Interdict.Best(problem).Value;
        for (var after = 1; after < 12; after++)
        {
            using var source = new CancellationTokenSource();
            var reports = new StopAfter(after, source);
            var options = new InterdictionOptions { Limits = new SolveOptions { CheckInterval = 1 } };
            var result = new LagrangianInterdictionSolver().Solve(problem, options, reports, source.Token);
            Assert.That(result.Bound, Is.LessThanOrEqualTo(best), $"after {after}");
            Assert.That(result.Value, Is.GreaterThanOrEqualTo(best), $"after {after}");
            Assert.That(InterdictionChecker.Check(problem, result).IsAccepted, Is.True);
        }
    }

    [Test]
    public void Reports_only_get_better_and_end_with_a_closed_gap()
    {
        var reports = new StopAfter(int.MaxValue, new CancellationTokenSource());
        var result = new LagrangianInterdictionSolver().Solve(InterdictionNets.Grid(3, 12, 12, 0.4), InterdictionOptions.Default, reports, CancellationToken.None);
        Assert.That(reports.All.Zip(reports.All.Skip(1)).All(pair => pair.Second.Value <= pair.First.Value && pair.Second.Bound >= pair.First.Bound), Is.True);
        Assert.That(reports.All[^1].Gap, Is.Zero);
        Assert.That(reports.All[^1].Value, Is.EqualTo(result.Value));
    }

    [Test]
    public void The_same_problem_gives_the_same_plan_proof_and_work()
    {
        var problem = InterdictionNets.Grid(7, 12, 12, 0.4);
        var (first, second) = (Interdict.Best(problem), Interdict.Best(problem));
        Assert.That(second.Statistics, Is.EqualTo(first.Statistics));
        Assert.That(InterdictionJson.Write(problem, second.Certificate!), Is.EqualTo(InterdictionJson.Write(problem, first.Certificate!)));
    }

    [TestCase(1, 0.3)]
    [TestCase(2, 0.6)]
    [TestCase(3, 0.5)]
    public void Grids_of_400_nodes_take_few_tree_nodes_and_flows(int seed, double budgetShare)
    {
        var statistics = Interdict.Best(InterdictionNets.Grid(seed, 20, 20, budgetShare)).Statistics;
        Assert.That(statistics.SearchNodeCount, Is.LessThan(400));
        Assert.That(statistics.SolveCount, Is.LessThan(2500));
    }

    [Test]
    public void The_proofs_of_sixty_grids_replay_where_the_checker_merges_more_than_the_solver_did()
    {
        for (var seed = 0; seed < 60; seed++)
            Interdict.Best(InterdictionNets.Grid(seed, 8 + (seed % 5), 8, 0.1 * (1 + (seed % 8))), note: $"seed {seed}");
    }

    [TestCase(0)]
    [TestCase(65)]
    public void A_number_of_threads_that_makes_no_sense_is_refused(int count)
    {
        var options = new InterdictionOptions { ThreadCount = count };
        Assert.That(() => new LagrangianInterdictionSolver().Solve(HarrisRoss.UnitAttacks(1), options, null, CancellationToken.None), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private sealed class StopAfter(int count, CancellationTokenSource source) : IProgress<InterdictionProgress>
    {
        public List<InterdictionProgress> All { get; } = [];

        public void Report(InterdictionProgress value)
        {
            All.Add(value);
            if (All.Count == count)
                source.Cancel();
        }
    }
}
