using NUnit.Framework;
using RailOps.OrTools.Interdiction;
using RailOps.OrTools.Programs;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Solvers.Tests.Interdiction;

namespace RailOps.OrTools.Tests.Interdiction;

/// <summary>What every interdiction solver promises of the best plan, asked of the native one and of Wood's program by OR-Tools alike.</summary>
[TestFixture("lagrangian")]
[TestFixture("wood-mip")]
public sealed class InterdictionContractTests(string name)
{
    private IInterdictionSolver _solver = null!;

    [OneTimeSetUp]
    public void Make()
    {
        if (name == "wood-mip")
            OrToolsHere.Require();
        IInterdictionSolver[] all = [new LagrangianInterdictionSolver(), new WoodInterdictionSolver(new OrToolsLinearProgramSolver(OrToolsHere.Host))];
        _solver = all.Single(solver => solver.Name == name);
    }

    [Test]
    public void A_hundred_random_nets_with_levels_and_pairs_and_two_resources_agree_with_the_native_solver()
    {
        var finiteCount = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var problem = InterdictionNets.Small(new Random(seed), resourceCount: 1 + (seed % 2));
            var native = new LagrangianInterdictionSolver().Solve(problem, InterdictionOptions.Default, progress: null, CancellationToken.None);
            var result = Solve(problem, InterdictionOptions.Default);
            Assert.That(result.Value, Is.EqualTo(native.Value), $"seed {seed}");
            Assert.That(result.ValueBefore, Is.EqualTo(native.ValueBefore), $"seed {seed}");
            Assert.That(result.Bound, Is.EqualTo(native.Bound).Or.LessThan(native.Bound), $"seed {seed}");
            finiteCount += native.Value is > 0 and < FlowGraph.Unlimited ? 1 : 0;
        }

        Assert.That(finiteCount, Is.GreaterThan(30), "enough of them are no trifles");
    }

    [Test]
    public void A_grid_of_rail_in_kilograms_agrees_with_the_native_solver_and_has_a_bound_within_its_tolerance()
    {
        var problem = InterdictionNets.Grid(seed: 3, width: 6, height: 4, budgetShare: 0.4);
        var native = new LagrangianInterdictionSolver().Solve(problem, InterdictionOptions.Default, progress: null, CancellationToken.None);
        var result = Solve(problem, InterdictionOptions.Default);
        Assert.That(result.Value, Is.EqualTo(native.Value));
        Assert.That(result.Gap, Is.LessThan(0.001));
    }

    [Test]
    public void Stopped_or_out_of_time_it_gives_a_plan_with_its_cut()
    {
        var problem = InterdictionNets.Grid(seed: 1, width: 5, height: 4, budgetShare: 0.3);
        var late = Solve(problem, new InterdictionOptions { Limits = new SolveOptions { TimeLimit = TimeSpan.Zero } });
        var stopped = _solver.Solve(problem, InterdictionOptions.Default, progress: null, new CancellationToken(canceled: true));
        Assert.That(late.Termination, Is.EqualTo(Termination.TimeLimit));
        Assert.That(stopped.Termination, Is.EqualTo(Termination.Stopped));
        Assert.That(InterdictionChecker.Check(problem, stopped).IsAccepted, Is.True);
    }

    private InterdictionResult Solve(InterdictionProblem problem, InterdictionOptions options)
    {
        var result = _solver.Solve(problem, options, progress: null, CancellationToken.None);
        var report = InterdictionChecker.Check(problem, result);
        Assert.That(report.IsAccepted, Is.True, report.Problem);
        if (name == "wood-mip")
            Assert.That(result.Termination, Is.Not.EqualTo(Termination.Optimal), "floating point proves nothing");
        return result;
    }
}
