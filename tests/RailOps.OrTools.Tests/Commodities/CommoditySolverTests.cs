using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.OrTools.Programs;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Commodities;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.OrTools.Tests.Commodities;

/// <summary>Several commodities over shared arcs: by hand, beside our own exact solvers, and laws on random nets. Every flow is checked.</summary>
public sealed class CommoditySolverTests
{
    private static readonly CommodityOptions Exact = new() { Tolerance = 0, WithBindings = true };
    private static readonly AllocationPolicy[] Policies = Enum.GetValues<AllocationPolicy>();

    private static CommodityResult Solve(CommodityProblem problem, AllocationPolicy policy, CommodityOptions? options = null)
    {
        OrToolsHere.Require();
        var result = new CommoditySolver(new OrToolsLinearProgramSolver(OrToolsHere.Host)).Solve(problem, policy, options ?? Exact, CancellationToken.None);
        Assert.That(result.Termination, Is.EqualTo(ProgramTermination.Optimal));
        var report = CommodityChecker.Check(problem, result.Flow!);
        Assert.That(report.IsAccepted, Is.True, report.Problem);
        return result;
    }

    /// <summary>0 and 1 each give one commodity, 2 is where both meet, 3 needs 2 of the first and 3 of the second for a unit.</summary>
    private static CommodityProblem Fork(long first, long second, long shared, int units = 9) => new()
    {
        NodeCount = 4,
        CommodityCount = 2,
        Arcs = [CommodityNets.Arc(0, 2, first), CommodityNets.Arc(1, 2, second), CommodityNets.Arc(2, 3, shared)],
        Sources = [new(0, 100, [0], []), new(1, 100, [1], [])],
        Demands = [CommodityNets.Demand(3, units, 2, 3)],
    };

    [TestCase(8, 100, 100, 4, 0, "the first is short")]
    [TestCase(100, 9, 100, 3, 1, "the second is short")]
    [TestCase(100, 100, 21, 4, -1, "the way that they share is short")]
    [TestCase(100, 100, 45, 9, -1, "nothing is short")]
    public void What_is_short_binds(long first, long second, long shared, int units, int binding, string why)
    {
        var result = Solve(Fork(first, second, shared), AllocationPolicy.Priority);
        Assert.That(result.Flow!.UnitCounts[0], Is.EqualTo(units), why);
        var bound = result.Bindings.SelectMany(b => Enumerable.Range(0, 2).Where(c => b.SourceGains[c] > 0)).ToArray();
        Assert.That(bound, Is.EqualTo(binding < 0 ? [] : new[] { binding }), why);
    }

    [Test]
    public void Where_the_shared_way_binds_each_commodity_takes_room_but_no_source_binds()
    {
        var binding = Solve(Fork(100, 100, 21), AllocationPolicy.Priority).Bindings.Single();
        Assert.That(binding.NeedGains.ToArray(), Is.EqualTo(new long[] { 3, 5 }), "21 / 3 = 7 without the first; 21 / 2 = 10, at most 9, without the second");
        Assert.That(binding.SourceGains.ToArray(), Is.EqualTo(new long[] { 0, 0 }));
    }

    [Test]
    public void What_moves_burns_and_stops_where_nothing_to_burn_arrives()
    {
        // One unit of goods burns half a unit over the arc, a quarter at each end; fuel itself burns too.
        CommodityProblem WithFuel(long fuel) => new()
        {
            NodeCount = 2,
            CommodityCount = 2,
            BurntCommodity = 1,
            Arcs = [CommodityNets.Arc(0, 1, 100, total: 200, burntParts: CommodityProblem.Parts / 2)],
            Sources = [new(0, 1000, [0], []), new(0, fuel, [1], [])],
            Demands = [CommodityNets.Demand(1, 100, 1, 0)],
        };
        // f fuel crosses for x goods: (x + f) / 4 at the far end is f, so f = x / 3; all burnt is (x + f) / 2 = 2 x / 3.
        var plenty = Solve(WithFuel(1000), AllocationPolicy.Priority, Exact with { Tolerance = 1 });
        Assert.That(plenty.Flow!.UnitCounts[0], Is.EqualTo(100));
        var scarce = Solve(WithFuel(20), AllocationPolicy.Priority);
        Assert.That(scarce.ProgramUnits[0], Is.EqualTo(30).Within(1e-6), "20 burnt carry 30");
        Assert.That(scarce.Bindings.Single().BurningGain, Is.EqualTo(70));
        Assert.That(Solve(WithFuel(0), AllocationPolicy.Priority).Flow!.UnitCounts[0], Is.Zero);
    }

    [Test]
    public void A_stock_limits_a_long_way_more_than_a_short_one()
    {
        // A unit takes 1 of the stock on the short way and 4 on the long one; the short way carries 10.
        CommodityProblem With(long stock) => new()
        {
            NodeCount = 2,
            CommodityCount = 1,
            Arcs = [new(0, 1, 10, 10, 0, [CommodityProblem.Parts], 1), new(0, 1, 100, 100, 0, [4 * CommodityProblem.Parts], 4)],
            Sources = [new(0, 1000, [0], [0])],
            Demands = [CommodityNets.Demand(1, 100, 1)],
            Stocks = [stock],
        };
        // 5 of the stock are kept for rounding up: 1 + 4.
        var result = Solve(With(55), AllocationPolicy.Priority);
        Assert.That(result.Flow!.UnitCounts[0], Is.EqualTo(20), "10 short for 10, 10 long for 40");
        Assert.That(result.Bindings.Single().StockGains[0], Is.EqualTo(80));
        Assert.That(Solve(With(500), AllocationPolicy.Priority).Bindings, Is.Empty);
    }

    [Test]
    public void One_commodity_is_shared_as_our_own_exact_solver_shares_it([ValueSource(nameof(Policies))] AllocationPolicy policy, [Range(1, 12)] int seed)
    {
        var problem = RandomAllocation.Small(new Random(seed));
        var ours = AllocationSolver.Solve(problem, policy, SolveOptions.Default, CancellationToken.None);
        var theirs = Solve(CommodityNets.OfOne(problem), policy, Exact with { Tolerance = 10 });
        if (policy == AllocationPolicy.Weighted)
            Assert.That(Worth(problem, theirs.Flow!.UnitCounts), Is.EqualTo(ours.Objective));
        else
            Assert.That(theirs.Flow!.UnitCounts.ToArray(), Is.EqualTo(ours.UnitCounts.ToArray()));
        Assert.That(theirs.Flow.Deliveries.Sum(of => of[0]), Is.EqualTo(ours.TotalDelivered * CommodityNets.Times).Within((policy == AllocationPolicy.Fair ? problem.Demands.Length * CommodityNets.Times : 0) + 10));
    }

    [Test]
    public void Whole_units_by_integer_programs_are_those_rounded_down([Range(1, 15)] int seed)
    {
        var problem = CommodityNets.Random(new Random(seed));
        var rounded = Solve(problem, AllocationPolicy.Priority, Exact with { Tolerance = 2 });
        var whole = Solve(problem, AllocationPolicy.Priority, Exact with { Tolerance = 2, WholeByInteger = true });
        Assert.That(whole.Flow!.UnitCounts.ToArray(), Is.EqualTo(rounded.Flow!.UnitCounts.ToArray()));
    }

    [Test]
    public void One_commodity_for_every_need_is_never_worse([ValueSource(nameof(Policies))] AllocationPolicy policy, [Range(1, 12)] int seed)
    {
        var problem = CommodityNets.Random(new Random(seed));
        var several = Solve(problem, policy).Flow!;
        var asOne = CommodityNets.AsOne(problem);
        var one = AllocationSolver.Solve(asOne, policy, SolveOptions.Default, CancellationToken.None);
        Assert.That(one.TotalDelivered + (policy == AllocationPolicy.Fair ? problem.Demands.Length : 0), Is.GreaterThanOrEqualTo(several.Deliveries.Sum(of => of.Sum())));
        if (policy == AllocationPolicy.Priority)
            Assert.That(problem.PriorityOrder.Select(d => one.UnitCounts[d] - several.UnitCounts[d]).FirstOrDefault(gain => gain != 0), Is.GreaterThanOrEqualTo(0));
        if (policy == AllocationPolicy.Weighted)
            Assert.That(one.Objective, Is.GreaterThanOrEqualTo(Worth(asOne, several.UnitCounts)));
        if (policy == AllocationPolicy.Fair)
            Assert.That(SmallestShare(problem, demand => one.Delivered[demand] + 1), Is.GreaterThanOrEqualTo(SmallestShare(problem, demand => LeastOf(problem, several, demand))));
    }

    /// <summary>Smallest share of its need that a demander gets; 1 if nobody needs anything.</summary>
    private static double SmallestShare(CommodityProblem problem, Func<int, long> delivered) => Enumerable.Range(0, problem.Demands.Length)
        .Where(demand => problem.Demands[demand].UnitCount > 0)
        .Select(demand => (double)delivered(demand) / problem.Goods.Sum(commodity => problem.NeedOf(demand, commodity)))
        .DefaultIfEmpty(1)
        .Min();

    /// <summary>Flow units of whole sets: as much of each commodity as of the scarcest, by share of need.</summary>
    private static long LeastOf(CommodityProblem problem, CommodityFlow flow, int demand)
    {
        var share = problem.Goods.Min(commodity => (double)flow.Deliveries[demand][commodity] / problem.NeedOf(demand, commodity));
        return (long)(share * problem.Goods.Sum(commodity => problem.NeedOf(demand, commodity)));
    }

    [Test]
    public void Time_that_runs_out_gives_no_flow()
    {
        OrToolsHere.Require();
        var result = new CommoditySolver(new OrToolsLinearProgramSolver(OrToolsHere.Host))
            .Solve(Fork(8, 8, 8), AllocationPolicy.Priority, Exact with { TimeLimit = TimeSpan.Zero }, CancellationToken.None);
        Assert.That((result.Flow, result.Termination), Is.EqualTo(((CommodityFlow?)null, ProgramTermination.TimeLimit)));
    }

    [Test]
    public void A_caller_who_left_gets_no_flow()
    {
        OrToolsHere.Require();
        var result = new CommoditySolver(new OrToolsLinearProgramSolver(OrToolsHere.Host))
            .Solve(Fork(8, 8, 8), AllocationPolicy.Priority, Exact, new CancellationToken(canceled: true));
        Assert.That(result.Termination, Is.EqualTo(ProgramTermination.Stopped));
    }

    private static long Worth(AllocationProblem problem, ImmutableArray<long> units) => units.Select((count, demand) => count * problem.Demands[demand].Weight).Sum();
}
