using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.OrTools.MinCost;
using RailOps.Solvers.Checking;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.OrTools.Tests.MinCost;

/// <summary>What every solver of cheapest flows promises, asked of the native one and of OR-Tools alike.</summary>
[TestFixture("network-simplex")]
[TestFixture("or-tools-min-cost-flow")]
public sealed class MinCostFlowContractTests(string name)
{
    private IMinCostFlowSolver _solver = null!;

    [OneTimeSetUp]
    public void Make()
    {
        if (name == "or-tools-min-cost-flow")
            OrToolsHere.Require();
        IMinCostFlowSolver[] all = [new NetworkSimplexSolver(), new OrToolsMinCostFlowSolver(OrToolsHere.Host)];
        _solver = all.Single(solver => solver.Name == name);
    }

    private MinCostFlowResult Solve(MinCostFlowProblem problem)
    {
        var result = _solver.Solve(problem, SolveOptions.Default, CancellationToken.None);
        var report = MinCostFlowChecker.Check(problem, result);
        Assert.That((report.IsAccepted, report.Problem), Is.EqualTo((true, "")));
        return result;
    }

    [Test]
    public void The_cheap_way_is_filled_before_the_dear_one()
    {
        var net = AsciiNetwork.Parse("s -> a 3 @1\n a -> t 3 @1\n s -> t 9 @5");
        var result = Solve(MinCostFlowProblem.OfAmount(net.Graph, net.Costs, [net["s"]], [net["t"]], 5));
        Assert.That((result.Flow!.Amount, result.Cost), Is.EqualTo((5L, (Int128)16)));
        Assert.That(result.Flow.ArcFlow, Is.EqualTo(new long[] { 3, 3, 2 }));
    }

    [Test]
    public void The_largest_flow_is_sent_even_over_dear_arcs_and_then_as_cheaply_as_possible()
    {
        var net = AsciiNetwork.Parse("s -> a 4 @1\n s -> b 4 @2\n a -> b 2 @0\n a -> t 3 @1\n b -> t 3 @100");
        var result = Solve(MinCostFlowProblem.OfLargest(net.Graph, net.Costs, [net["s"]], [net["t"]]));
        Assert.That((result.Flow!.Amount, result.Cost), Is.EqualTo((6L, (Int128)(4 + 4 + 3 + 300))));
    }

    [Test]
    public void A_limit_of_a_node_counts_what_it_supplies_itself()
    {
        var net = AsciiNetwork.Parse("a -> v 5 @1\n v -> t 9 @1\n a -> t 9 @7\n v [4]");
        var result = Solve(MinCostFlowProblem.Balanced(net.Graph, net.Costs, ImmutableArray.Create(3L, 3L, -6L)));
        Assert.That(result.Flow!.ArcFlow, Is.EqualTo(new long[] { 1, 4, 2 }));
    }

    [Test]
    public void A_lower_bound_is_kept_although_it_is_dear_and_an_edge_carries_either_way()
    {
        var net = AsciiNetwork.Parse("s -> a 9 @1\n a -> t 9 @1\n s -> t 9 @50\n a -- t 4 @0");
        var result = Solve(MinCostFlowProblem.OfAmount(net.Graph, net.Costs, [net["s"]], [net["t"]], 6, ImmutableArray.Create(0L, 0L, 2L, 0L)));
        Assert.That(result.Flow!.ArcFlow, Is.EqualTo(new long[] { 4, 0, 2, 4 }));
        Assert.That(result.Cost, Is.EqualTo((Int128)104));
    }

    [Test]
    public void What_cannot_be_done_is_proved_by_a_set_that_too_little_can_leave()
    {
        var net = AsciiNetwork.Parse("s -> a 3 @1\n a -> t 2 @1");
        Assert.That(Solve(MinCostFlowProblem.OfAmount(net.Graph, net.Costs, [net["s"]], [net["t"]], 3)).Termination, Is.EqualTo(Termination.Infeasible));
    }

    [Test]
    public void Six_hundred_small_problems_of_all_kinds_end_as_the_reference_says()
    {
        var counts = new Dictionary<Termination, int>();
        for (var seed = 0; seed < 600; seed++)
        {
            var problem = RandomCostFlow.Small(new Random(seed));
            var (termination, cost, _) = CycleCancellingReference.Solve(problem);
            counts[termination] = counts.GetValueOrDefault(termination) + 1;
            if (termination == Termination.Unbounded && name != "network-simplex")
            {
                Assert.That(() => Solve(problem), Throws.InstanceOf<SolverFailedException>().With.Message.Contains("no cheapest flow"), $"seed {seed}");
                continue;
            }

            var result = Solve(problem);
            Assert.That(result.Termination, Is.EqualTo(termination), $"seed {seed}");
            if (termination == Termination.Optimal)
                Assert.That(result.Cost!.Value == (Int128)cost, Is.True, $"seed {seed}: {result.Cost} instead of {cost}");
        }

        Assert.That(counts.Values, Has.Count.EqualTo(3).And.All.GreaterThan(20));
    }

    [Test]
    public void A_net_of_two_thousand_nodes_costs_what_network_simplex_finds()
    {
        var problem = RandomCostFlow.Plain(new Random(5), nodeCount: 2_000, arcCount: 10_000, largestCost: 1_000);
        Assert.That(Solve(problem).Cost, Is.EqualTo(CertifiedMinCost.Solve(problem).Cost));
    }

    [Test]
    public void Stopped_before_it_began_it_says_so()
    {
        var net = AsciiNetwork.Parse("s -> t 1 @1");
        var result = _solver.Solve(MinCostFlowProblem.OfAmount(net.Graph, net.Costs, [0], [1], 1), SolveOptions.Default, new CancellationToken(canceled: true));
        Assert.That(result.Termination, Is.EqualTo(Termination.Stopped));
    }
}
