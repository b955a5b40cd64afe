using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Results;
using RailOps.Solvers.ScenarioSums;
using RailOps.Solvers.Tests.Interdiction;

namespace RailOps.Solvers.Tests.ScenarioSums;

[TestFixture]
public sealed class LagrangianScenarioSumSolverTests
{
    [Test]
    public void One_case_of_weight_1_is_the_interdiction_problem()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var single = InterdictionNets.Small(new Random(seed), 1 + (seed % 2));
            var (one, other) = (SolveSum.Best(SumNets.With(single, [new SumCase(1)]), $"seed {seed}"), Interdict.Best(single));
            Assert.That((one.Value, one.ValueBefore, one.Termination), Is.EqualTo((other.Value, other.ValueBefore, other.Termination)), $"seed {seed}");
        }
    }

    [TestCase(1, 127)]
    [TestCase(2, 97)]
    [TestCase(3, 73)]
    [TestCase(5, 32)]
    [TestCase(7, 0)]
    public void Unit_attacks_on_the_net_of_Harris_and_Ross_leave_as_much_as_to_the_other_solver(long budget, long expected) =>
        Assert.That(SolveSum.Best(SumNets.With(HarrisRoss.UnitAttacks(budget), [new SumCase(1)])).Value, Is.EqualTo(expected));

    [Test]
    public void Grids_of_100_nodes_with_one_case_agree_with_the_interdiction_solver()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var single = InterdictionNets.Grid(seed, 10, 10, 0.4);
            Assert.That(SolveSum.Best(SumNets.With(single, [new SumCase(1)])).Value, Is.EqualTo(Interdict.Best(single).Value), $"seed {seed}");
        }
    }

    [Test]
    public void A_cancelled_solve_gives_a_plan_cuts_and_a_bound()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var problem = SumNets.RepairGrid(1, 20, 20, 0.5);
        var result = new LagrangianScenarioSumSolver().Solve(problem, ScenarioSumOptions.Default, null, source.Token);
        Assert.That((result.Termination, result.Bound), Is.EqualTo((Termination.Stopped, 0)));
        Assert.That(ScenarioSumChecker.Check(problem, result).IsAccepted, Is.True);
    }

    [Test]
    public void A_solve_stopped_after_50_milliseconds_gives_the_best_plan_and_a_bound_soon_after()
    {
        var problem = SumNets.ChanceGrid(1, 40, 40, 0.5, drawCount: 60);
        var limits = new SolveOptions { TimeLimit = TimeSpan.FromMilliseconds(50) };
        var start = TimeProvider.System.GetTimestamp();
        var result = new LagrangianScenarioSumSolver().Solve(problem, new ScenarioSumOptions { Limits = limits }, null, CancellationToken.None);
        Assert.That(TimeProvider.System.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(5)));
        Assert.That(result.Termination, Is.EqualTo(Termination.TimeLimit));
        Assert.That(ScenarioSumChecker.Check(problem, result).IsAccepted, Is.True);
    }

    [Test]
    public void A_solve_stopped_at_any_report_is_feasible_and_its_bound_holds()
    {
        var problem = SumNets.RepairGrid(5, 7, 7, 0.4);
        var best = SolveSum.Best(problem).Value;
        for (var after = 1; after < 10; after++)
        {
            using var source = new CancellationTokenSource();
            var options = new ScenarioSumOptions { Limits = new SolveOptions { CheckInterval = 1 } };
            var result = new LagrangianScenarioSumSolver().Solve(problem, options, new StopAfter(after, source), source.Token);
            Assert.That(result.Bound, Is.LessThanOrEqualTo(best), $"after {after}");
            Assert.That(result.Value, Is.GreaterThanOrEqualTo(best), $"after {after}");
            Assert.That(ScenarioSumChecker.Check(problem, result).IsAccepted, Is.True);
        }
    }

    [Test]
    public void Reports_only_get_better_and_end_with_a_closed_gap()
    {
        using var source = new CancellationTokenSource();
        var reports = new StopAfter(int.MaxValue, source);
        var result = new LagrangianScenarioSumSolver().Solve(SumNets.RepairGrid(3, 8, 8, 0.4), ScenarioSumOptions.Default, reports, source.Token);
        Assert.That(reports.All, Has.Count.GreaterThan(3));
        Assert.That(reports.All.Zip(reports.All.Skip(1)).All(pair => pair.Second.Value <= pair.First.Value && pair.Second.Bound >= pair.First.Bound), Is.True);
        Assert.That((reports.All[^1].Gap, reports.All[^1].Value), Is.EqualTo((0.0, result.Value)));
    }

    [Test]
    public void The_same_problem_gives_the_same_plan_proof_and_work()
    {
        var problem = SumNets.ChanceGrid(7, 8, 8, 0.4, drawCount: 10);
        var (first, second) = (SolveSum.Best(problem), SolveSum.Best(problem));
        Assert.That(second.Statistics, Is.EqualTo(first.Statistics));
        Assert.That(ScenarioSumJson.Write(problem, second.Certificate!), Is.EqualTo(ScenarioSumJson.Write(problem, first.Certificate!)));
    }

    private sealed class StopAfter(int count, CancellationTokenSource source) : IProgress<ScenarioSumProgress>
    {
        public List<ScenarioSumProgress> All { get; } = [];

        public void Report(ScenarioSumProgress value)
        {
            All.Add(value);
            if (All.Count == count)
                source.Cancel();
        }
    }
}
