using NUnit.Framework;
using RailOps.OrTools.Programs;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.AllocationPrograms;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.OrTools.Tests.Allocation;

/// <summary>What every allocation solver promises, asked of the native one and of the programs by OR-Tools alike.</summary>
[TestFixture(false)]
[TestFixture(true)]
public sealed class AllocationContractTests(bool byPrograms)
{
    private IAllocationSolver _solver = null!;

    [OneTimeSetUp]
    public void Make()
    {
        if (byPrograms)
            OrToolsHere.Require();
        _solver = byPrograms ? new ProgramAllocationSolver(new OrToolsLinearProgramSolver(OrToolsHere.Host)) : new ExactAllocationSolver();
    }

    [Test]
    public void Random_nets_of_every_kind_of_arc_give_the_same_units_and_deliveries([Values] AllocationPolicy policy)
    {
        var shortCount = 0;
        for (var seed = 0; seed < 50; seed++)
        {
            var problem = RandomAllocation.Small(new Random(seed));
            var native = RequireTheSame(problem, policy, $"seed {seed}");
            shortCount += native.UnitCounts.Sum() < problem.Demands.Sum(demand => demand.UnitCount) ? 1 : 0;
        }

        Assert.That(shortCount, Is.GreaterThan(20), "enough of them are short of capacity");
    }

    [Test]
    public void A_grid_and_a_knapsack_in_large_numbers_give_the_same_units_and_deliveries([Values] AllocationPolicy policy, [Values(1, 2, 3, 4, 5, 6)] int seed)
    {
        RequireTheSame(RandomAllocation.Knapsack(new Random(seed), demandCount: 4, unitCount: 7), policy, $"knapsack {seed}");
        RequireTheSame(RandomAllocation.Grid(new Random(seed), demandCount: 4, unitCount: 9), policy, $"grid {seed}");
    }

    [Test]
    public void Out_of_time_at_once_it_says_so_and_gives_nothing_that_does_not_fit([Values] AllocationPolicy policy)
    {
        var problem = RandomAllocation.Grid(new Random(1), demandCount: 4, unitCount: 9);
        var result = _solver.Solve(problem, policy, SolveOptions.Default with { TimeLimit = TimeSpan.Zero }, CancellationToken.None);
        Assert.That(result.Termination, Is.EqualTo(Termination.TimeLimit));
        Assert.That(AllocationChecker.Check(problem, result).IsAccepted, Is.True);
    }

    [Test]
    public void Cancelled_it_says_so([Values] AllocationPolicy policy)
    {
        var problem = RandomAllocation.Grid(new Random(1), demandCount: 4, unitCount: 9);
        Assert.That(_solver.Solve(problem, policy, SolveOptions.Default, new CancellationToken(canceled: true)).Termination, Is.EqualTo(Termination.Stopped));
    }

    private AllocationResult RequireTheSame(AllocationProblem problem, AllocationPolicy policy, string where)
    {
        var native = AllocationSolver.Solve(problem, policy, SolveOptions.Default, CancellationToken.None);
        var result = _solver.Solve(problem, policy, SolveOptions.Default, CancellationToken.None);
        Assert.That(result.Termination, Is.EqualTo(byPrograms ? Termination.WithinTolerance : Termination.Optimal), where);
        Assert.That(result.UnitCounts, Is.EqualTo(native.UnitCounts), $"units, {where}");
        Assert.That(result.Objective, Is.EqualTo(native.Objective), $"worth, {where}");
        var rounding = policy == AllocationPolicy.Fair ? problem.Demands.Length : 0;
        Assert.That(result.TotalDelivered, Is.EqualTo(native.TotalDelivered).Within(rounding), $"flow units, {where}");
        var report = AllocationChecker.Check(problem, result);
        Assert.That(report.IsAccepted, Is.True, $"{report.Problem}, {where}");
        return native;
    }
}
