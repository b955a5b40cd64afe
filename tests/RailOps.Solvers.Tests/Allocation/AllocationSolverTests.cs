using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Allocation;

[TestFixture]
public sealed class AllocationSolverTests
{
    private const int SmallNetCount = 600;

    [Test]
    public void Priority_agrees_with_trying_all_unit_vectors()
    {
        for (var seed = 0; seed < SmallNetCount; seed++)
        {
            var problem = RandomAllocation.Small(new Random(seed));
            var result = Certified.Allocate(problem, AllocationPolicy.Priority);
            Assert.That(result.UnitCounts, Is.EqualTo(new BruteForceAllocation(problem).Priority()), $"seed {seed}");
        }
    }

    [Test]
    public void Weighted_agrees_with_trying_all_unit_vectors_ties_included()
    {
        for (var seed = 0; seed < SmallNetCount; seed++)
        {
            var problem = RandomAllocation.Small(new Random(seed));
            var result = Certified.Allocate(problem, AllocationPolicy.Weighted);
            Assert.That(result.UnitCounts, Is.EqualTo(new BruteForceAllocation(problem).Weighted()), $"seed {seed}");
            Assert.That(result.Bound, Is.EqualTo(result.Objective), $"seed {seed}");
        }
    }

    [Test]
    public void Fair_agrees_with_raising_all_shares_until_some_set_is_full()
    {
        for (var seed = 0; seed < SmallNetCount; seed++)
        {
            var problem = RandomAllocation.Small(new Random(seed));
            var result = Certified.Allocate(problem, AllocationPolicy.Fair);
            var exact = new BruteForceAllocation(problem).Fair();
            Assert.That(result.Delivered, Is.EqualTo(exact.Select(share => (long)(share.Numerator / share.Denominator))), $"seed {seed}");
        }
    }

    [Test]
    public void Whole_units_of_the_first_come_before_everything_and_left_over_flow_tops_up()
    {
        var problem = TwoFronts(capacity: 10, firstUnit: 4, secondUnit: 3);
        var result = Certified.Allocate(problem, AllocationPolicy.Priority);
        Assert.That(result.UnitCounts, Is.EqualTo(new long[] { 2, 0 }));
        Assert.That(result.Delivered, Is.EqualTo(new long[] { 10, 0 }), "the odd 2 help the first front part of the way");
        Assert.That(result.TotalDelivered, Is.EqualTo(10));
        Assert.That(result.SourceSide, Is.EqualTo(new[] { true, false, false, false }));
    }

    [Test]
    public void Fair_gives_equal_shares_rounded_down()
    {
        var result = Certified.Allocate(TwoFronts(capacity: 10, firstUnit: 4, secondUnit: 3), AllocationPolicy.Fair);
        Assert.That(result.Delivered, Is.EqualTo(new long[] { 5, 4 }), "10/21 of 12 and of 9");
        Assert.That(result.UnitCounts, Is.EqualTo(new long[] { 1, 1 }));
        Assert.That(result.Certificate!.FairLevels.Single().ShareNumerator * 21, Is.EqualTo(result.Certificate.FairLevels.Single().ShareDenominator * 10));
    }

    [Test]
    public void Weighted_avoids_the_ratio_trap()
    {
        // The classic 0-1 knapsack: greedy by ratio takes 60, the best is 220.
        var problem = Hub(capacity: 50, new(2, 10, 1, 1, 60), new(3, 20, 1, 1, 100), new(4, 30, 1, 1, 120));
        var result = Certified.Allocate(problem, AllocationPolicy.Weighted);
        Assert.That(result.UnitCounts, Is.EqualTo(new long[] { 0, 1, 1 }));
        Assert.That(result.Objective, Is.EqualTo(220));
        Assert.That(AllocationChecker.Check(problem, result).Proof, Is.EqualTo(ProofKind.BySearch), "the bound of 240 is above");
    }

    [Test]
    public void A_demander_at_the_source_is_held_back_only_by_the_limit_of_the_node()
    {
        var net = AsciiNetwork.Parse("s -> a 5\n s [7]");
        ImmutableArray<AllocationDemand> demands = [new(net["s"], 2, 2, 1, 1), new(net["a"], 1, 9, 2, 1)];
        var result = Certified.Allocate(new AllocationProblem(net.Graph, net["s"], demands), AllocationPolicy.Priority);
        Assert.That(result.UnitCounts, Is.EqualTo(new long[] { 2, 3 }));
    }

    [TestCase(AllocationPolicy.Priority)]
    [TestCase(AllocationPolicy.Weighted)]
    [TestCase(AllocationPolicy.Fair)]
    public void Nothing_wanted_and_nobody_there_are_answers_too(AllocationPolicy policy)
    {
        Assert.That(Certified.Allocate(Hub(5), policy).UnitCounts, Is.Empty);
        Assert.That(Certified.Allocate(Hub(5, new AllocationDemand(2, 3, 0, 1, 1)), policy).Delivered, Is.EqualTo(new long[] { 0 }));
        Assert.That(Certified.Allocate(Hub(0, new AllocationDemand(2, 3, 2, 1, 1)), policy).Delivered, Is.EqualTo(new long[] { 0 }));
    }

    [TestCase(AllocationPolicy.Priority)]
    [TestCase(AllocationPolicy.Weighted)]
    [TestCase(AllocationPolicy.Fair)]
    public void Capacities_of_a_million_million_stay_exact(AllocationPolicy policy)
    {
        const long Million2 = 1_000_000_000_000;
        var demands = new AllocationDemand[] { new(2, Million2 + 1, 20, 1, 5), new(3, Million2 - 7, 20, 2, 4), new(4, (3 * Million2) + 11, 20, 3, 17) };
        var result = Certified.Allocate(Hub((31 * Million2) - 3, demands), policy);
        Assert.That(result.TotalDelivered, Is.InRange((31 * Million2) - 5, (31 * Million2) - 3));
    }

    [TestCase(AllocationPolicy.Priority)]
    [TestCase(AllocationPolicy.Weighted)]
    [TestCase(AllocationPolicy.Fair)]
    public void Needs_at_the_limit_are_solved_and_one_past_it_are_refused(AllocationPolicy policy)
    {
        var atLimit = Hub(1000, new AllocationDemand(2, 1, FlowGraph.LargestTotal - 1000, 1, 7));
        Assert.That(Certified.Allocate(atLimit, policy).UnitCounts, Is.EqualTo(new long[] { 1000 }));
        var past = Hub(1000, new AllocationDemand(2, 1, FlowGraph.LargestTotal - 999, 1, 7));
        var refused = AllocationSolver.Solve(past, policy, SolveOptions.Default, CancellationToken.None);
        Assert.That(refused.Termination, Is.EqualTo(Termination.OutOfRange));
        Assert.That(refused.UnitCounts, Is.Empty);
        Assert.That(AllocationChecker.Check(past, refused).IsAccepted, Is.True);
    }

    [TestCase(AllocationPolicy.Priority, 15)]
    [TestCase(AllocationPolicy.Weighted, 15)]
    [TestCase(AllocationPolicy.Fair, 15)]
    public void Fifteen_fronts_of_twenty_divisions_are_solved_on_a_grid(AllocationPolicy policy, int demandCount)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var problem = RandomAllocation.Grid(new Random(seed), demandCount, unitCount: 20);
            var result = Certified.Allocate(problem, policy);
            Assert.That(result.Statistics.SearchNodeCount, Is.LessThan(20_000), $"seed {seed}");
        }
    }

    [Test]
    public void Fifteen_fronts_of_twenty_divisions_behind_one_line_are_solved()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var result = Certified.Allocate(RandomAllocation.Knapsack(new Random(seed), 15, 20), AllocationPolicy.Weighted);
            Assert.That(result.Statistics.SearchNodeCount, Is.LessThan(20_000), $"seed {seed}");
        }
    }

    [TestCase(AllocationPolicy.Priority)]
    [TestCase(AllocationPolicy.Weighted)]
    [TestCase(AllocationPolicy.Fair)]
    public void Cancelled_at_once_it_gives_a_feasible_allocation_and_a_bound(AllocationPolicy policy)
    {
        var problem = RandomAllocation.Grid(new Random(4), demandCount: 15, unitCount: 20);
        var result = AllocationSolver.Solve(problem, policy, SolveOptions.Default, new CancellationToken(canceled: true));
        Assert.That(result.Termination, Is.EqualTo(Termination.Stopped));
        Assert.That(AllocationChecker.Check(problem, result), Is.EqualTo(CheckReport.Accepted(ProofKind.None)));
        Assert.That(result.Bound is null || result.Bound >= result.Objective, Is.True);
    }

    [TestCase(AllocationPolicy.Priority)]
    [TestCase(AllocationPolicy.Weighted)]
    [TestCase(AllocationPolicy.Fair)]
    public void Out_of_time_anywhere_on_the_way_it_gives_what_it_has(AllocationPolicy policy)
    {
        var problem = RandomAllocation.Grid(new Random(4), demandCount: 15, unitCount: 20);
        var best = Certified.Allocate(problem, policy).Objective;
        var seen = new HashSet<Termination>();
        for (var looks = 1; looks < 400; looks += 9)
        {
            var options = new SolveOptions { TimeLimit = TimeSpan.FromSeconds(looks), TimeProvider = new TickingClock(), CheckInterval = 1500 };
            var result = AllocationSolver.Solve(problem, policy, options, CancellationToken.None);
            var report = AllocationChecker.Check(problem, result);
            Assert.That(report.IsAccepted, Is.True, $"{looks} looks: {report.Problem}");
            Assert.That(result.Bound is null || result.Bound >= best, Is.True, $"{looks} looks: bound {result.Bound}");
            seen.Add(result.Termination);
        }

        Assert.That(seen, Does.Contain(Termination.TimeLimit));
    }

    [Test]
    public void The_same_question_gets_the_same_answer_flow_included()
    {
        var problem = RandomAllocation.Grid(new Random(8), demandCount: 9, unitCount: 6);
        foreach (var policy in Enum.GetValues<AllocationPolicy>())
        {
            var first = Certified.Allocate(problem, policy);
            Assert.That(Certified.Allocate(problem, policy).ArcFlow, Is.EqualTo(first.ArcFlow));
        }
    }

    [Test]
    public void Demanders_that_share_a_node_or_make_no_sense_are_refused_by_name()
    {
        Assert.That(() => Hub(5, new(2, 1, 1, 1, 1), new(2, 1, 1, 1, 1)), Throws.ArgumentException.With.Message.Contains("0 and 1 both draw at node 2"));
        Assert.That(() => Hub(5, new AllocationDemand(2, 0, 1, 1, 1)), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("UnitDemand of demander 0"));
        Assert.That(() => Hub(5, new AllocationDemand(77, 1, 1, 1, 1)), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("77"));
    }

    private static AllocationProblem TwoFronts(long capacity, long firstUnit, long secondUnit) =>
        Hub(capacity, new(2, firstUnit, 3, 1, 1), new(3, secondUnit, 3, 2, 1));

    private static AllocationProblem Hub(long capacity, params AllocationDemand[] demands)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(2 + demands.Length);
        builder.AddArc(0, 1, capacity);
        for (var demand = 0; demand < demands.Length; demand++)
            builder.AddArc(1, 2 + demand, FlowGraph.Unlimited);
        return new AllocationProblem(builder.Build(), 0, [.. demands]);
    }

    /// <summary>A clock on which every look takes a second.</summary>
    private sealed class TickingClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _ticks++;
    }
}
