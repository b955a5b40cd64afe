using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.MinCost;

[TestFixture]
public sealed class MinCostFlowSolverTests
{
    [Test]
    public void The_cheap_way_is_filled_before_the_dear_one()
    {
        var net = AsciiNetwork.Parse("""
            s -> a 3 @1
            a -> t 3 @1
            s -> t 9 @5
            """);
        var result = CertifiedMinCost.Solve(MinCostFlowProblem.OfAmount(net.Graph, net.Costs, [net["s"]], [net["t"]], 5));
        Assert.That(result.Flow!.ArcFlow, Is.EqualTo(new long[] { 3, 3, 2 }));
        Assert.That(result.Cost, Is.EqualTo((Int128)16));
    }

    [Test]
    public void The_largest_flow_is_sent_even_over_dear_arcs_and_then_as_cheaply_as_possible()
    {
        var net = AsciiNetwork.Parse("""
            s -> a 4 @1
            s -> b 4 @2
            a -> b 2 @0
            a -> t 3 @1
            b -> t 3 @100
            """);
        var result = CertifiedMinCost.Solve(MinCostFlowProblem.OfLargest(net.Graph, net.Costs, [net["s"]], [net["t"]]));
        Assert.That((result.Flow!.Amount, result.Cost), Is.EqualTo((6L, (Int128)(4 + 4 + 3 + 300))));
        Assert.That(result.Inside[ExpandedNodes.SourceHub(net.Graph)], Is.True);
    }

    [Test]
    public void Several_sources_and_sinks_share_the_amount_as_is_cheapest()
    {
        var net = AsciiNetwork.Parse("""
            s -> m 5 @1
            r -> m 5 @3
            m -> t 2 @1
            m -> u 9 @4
            """);
        var result = CertifiedMinCost.Solve(MinCostFlowProblem.OfAmount(net.Graph, net.Costs, [net["s"], net["r"]], [net["t"], net["u"]], 6));
        Assert.That(result.Flow!.ArcFlow, Is.EqualTo(new long[] { 5, 1, 2, 4 }));
    }

    [Test]
    public void An_edge_carries_goods_either_way_but_has_one_capacity()
    {
        var net = AsciiNetwork.Parse("""
            s -- t 4 @2
            """);
        foreach (var (from, to, sign) in new[] { ("s", "t", 1), ("t", "s", -1) })
        {
            var result = CertifiedMinCost.Solve(MinCostFlowProblem.OfLargest(net.Graph, net.Costs, [net[from]], [net[to]]));
            Assert.That((result.Flow!.ArcFlow[0], result.Cost), Is.EqualTo((4L * sign, (Int128)8)));
        }
    }

    [Test]
    public void A_limit_of_a_node_counts_what_it_supplies_itself()
    {
        var net = AsciiNetwork.Parse("""
            a -> v 5 @1
            v -> t 9 @1
            a -> t 9 @7
            v [4]
            """);
        var supplies = ImmutableArray.CreateRange(new long[] { 3, 3, -6 });
        var result = CertifiedMinCost.Solve(MinCostFlowProblem.Balanced(net.Graph, net.Costs, supplies));
        Assert.That(result.Flow!.ArcFlow, Is.EqualTo(new long[] { 1, 4, 2 }));
    }

    [Test]
    public void A_lower_bound_is_met_whatever_it_costs()
    {
        var net = AsciiNetwork.Parse("""
            s -> t 9 @1
            s -> a 9 @50
            a -> t 9 @50
            """);
        var result = CertifiedMinCost.Solve(MinCostFlowProblem.OfAmount(net.Graph, net.Costs, [net["s"]], [net["t"]], 5, [0, 2, 0]));
        Assert.That(result.Flow!.ArcFlow, Is.EqualTo(new long[] { 3, 2, 2 }));
    }

    [Test]
    public void A_cycle_that_earns_is_filled_even_if_nothing_is_sent()
    {
        var net = AsciiNetwork.Parse("""
            a -> b 7 @-3
            b -> a 5 @1
            b -> b 2 @-4
            """);
        var result = CertifiedMinCost.Solve(MinCostFlowProblem.Balanced(net.Graph, net.Costs, [0, 0]));
        Assert.That(result.Flow!.ArcFlow, Is.EqualTo(new long[] { 5, 5, 2 }));
        Assert.That(result.Cost, Is.EqualTo((Int128)(-18)));
    }

    [Test]
    public void An_unlimited_cycle_that_earns_leaves_no_least_cost()
    {
        var net = AsciiNetwork.Parse("""
            s -> a 5 @1
            a -> b * @-3
            b -> c * @1
            c -> a * @1
            c -> t 5 @1
            """);
        var result = CertifiedMinCost.Solve(MinCostFlowProblem.OfAmount(net.Graph, net.Costs, [net["s"]], [net["t"]], 2));
        Assert.That(result.Termination, Is.EqualTo(Termination.Unbounded));
        Assert.That(result.UnlimitedWalk, Is.EquivalentTo(new[] { 1, 2, 3 }));
        var tooMuch = CertifiedMinCost.Solve(MinCostFlowProblem.OfAmount(net.Graph, net.Costs, [net["s"]], [net["t"]], 6));
        Assert.That(tooMuch.Termination, Is.EqualTo(Termination.Infeasible), "Earning without end does not help if the amount cannot pass.");
    }

    [Test]
    public void An_unlimited_path_leaves_no_largest_flow()
    {
        var net = AsciiNetwork.Parse("""
            s -> a * @3
            s -> t 4 @1
            a -- t * @2
            """);
        var result = CertifiedMinCost.Solve(MinCostFlowProblem.OfLargest(net.Graph, net.Costs, [net["s"]], [net["t"]]));
        Assert.That(result.UnlimitedWalk, Is.EqualTo(new[] { 0, 2 }));
    }

    [Test]
    public void What_cannot_pass_is_refused_with_the_cut_it_cannot_pass()
    {
        var net = AsciiNetwork.Parse("""
            s -> a 9 @1
            a -> b 3 @1
            b -> t 9 @1
            """);
        var result = CertifiedMinCost.Solve(MinCostFlowProblem.Balanced(net.Graph, net.Costs, [4, 0, 0, -4]));
        Assert.That(result.Termination, Is.EqualTo(Termination.Infeasible));
        Assert.That(result.Inside, Is.EqualTo(new[] { true, true, false, false, true, true, false, false, false, false }));
        Assert.That(result.Flow, Is.Null);
    }

    /// <summary>
    /// S. P. Bradley, A. C. Hax and T. L. Magnanti, "Applied Mathematical Programming", 1977, figure 8.1, with the capacities and the answer
    /// that the minimum-cost flow guide of OR-Tools gives.
    /// </summary>
    [Test]
    public void The_example_of_Bradley_Hax_and_Magnanti_costs_150()
    {
        var net = AsciiNetwork.Parse("""
            1 -> 2 15 @4
            1 -> 3 8 @4
            2 -> 3 20 @2
            2 -> 4 4 @2
            2 -> 5 10 @6
            3 -> 4 15 @1
            3 -> 5 4 @3
            4 -> 5 20 @2
            5 -> 3 5 @3
            """);
        var supplies = new long[5];
        (supplies[net["1"]], supplies[net["4"]], supplies[net["5"]]) = (20, -5, -15);
        Assert.That(CertifiedMinCost.Solve(MinCostFlowProblem.Balanced(net.Graph, net.Costs, [.. supplies])).Cost, Is.EqualTo((Int128)150));
    }

    /// <summary>The example in the reference of <c>min_cost_flow</c> of NetworkX.</summary>
    [Test]
    public void The_example_of_NetworkX_costs_24()
    {
        var net = AsciiNetwork.Parse("""
            a -> b 4 @3
            a -> c 10 @6
            b -> d 9 @1
            c -> d 5 @2
            """);
        var result = CertifiedMinCost.Solve(MinCostFlowProblem.OfAmount(net.Graph, net.Costs, [net["a"]], [net["d"]], 5));
        Assert.That((result.Cost, string.Join(' ', result.Flow!.ArcFlow)), Is.EqualTo(((Int128)24, "4 1 4 1")));
    }

    [Test]
    public void Without_costs_as_much_flows_as_the_maximum_flow_solvers_say()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var graph = RandomNetwork.Mixed(new Random(seed), nodeCount: 12, arcCount: 40, largestCapacity: 30);
            var result = CertifiedMinCost.Solve(MinCostFlowProblem.OfLargest(graph, [.. new long[graph.ArcCount]], [0], [11]));
            Assert.That(result.Flow!.Amount, Is.EqualTo(Certified.MaxFlow(graph, 0, 11).Value), $"seed {seed}");
            Assert.That(result.Cost, Is.EqualTo(Int128.Zero));
        }
    }

    [Test]
    public void A_graph_without_arcs_or_without_nodes_has_an_answer()
    {
        Assert.That(CertifiedMinCost.Solve(MinCostFlowProblem.Balanced(new FlowGraphBuilder().Build(), [], [])).Termination, Is.EqualTo(Termination.Optimal));
        var builder = new FlowGraphBuilder();
        builder.AddNodes(2);
        Assert.That(CertifiedMinCost.Solve(MinCostFlowProblem.Balanced(builder.Build(), [], [1, -1])).Termination, Is.EqualTo(Termination.Infeasible));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_chain_of_a_hundred_thousand_nodes_is_no_trouble(bool isBackwards)
    {
        const int Length = 100_000;
        var builder = new FlowGraphBuilder();
        builder.AddNodes(Length);
        for (var node = 0; node + 1 < Length; node++)
            builder.AddArc(isBackwards ? Length - 2 - node : node, isBackwards ? Length - 1 - node : node + 1, 5);
        var problem = MinCostFlowProblem.OfAmount(builder.Build(), [.. Enumerable.Repeat(3L, Length - 1)], [0], [Length - 1], 5);
        Assert.That(CertifiedMinCost.Solve(problem).Cost, Is.EqualTo((Int128)5 * 3 * (Length - 1)));
    }
}
