using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Interdiction;

/// <summary>Mistakes that interdiction programs make, one test each.</summary>
[TestFixture]
public sealed class InterdictionPitfallTests
{
    [Test]
    public void An_edge_is_attacked_once_and_counted_once_whichever_way_flow_runs()
    {
        var result = Units("s -> a 9\n b -- a 5\n b -> t 9", budget: 1, 1);
        Assert.That((result.Value, result.ValueBefore, result.Plan!.Costs[0]), Is.EqualTo((0, 5, 1)));
    }

    [Test]
    public void Parallel_edges_are_separate_targets() =>
        Assert.That(Units("s -- t 5\n s -- t 4\n s -- t 3", budget: 2, 0, 1, 2).Value, Is.EqualTo(3));

    [Test]
    public void A_self_loop_is_never_worth_an_attack()
    {
        var result = Units("s -> s 9\n s -> t 4", budget: 1, 0);
        Assert.That((result.Value, result.Plan!.Attacks.Length), Is.EqualTo((4, 0)));
    }

    [Test]
    public void Source_and_sink_must_differ_and_exist()
    {
        var graph = AsciiNetwork.Parse("s -> t 4").Graph;
        Assert.That(() => new InterdictionProblem(graph, 0, 0, [], 1), Throws.ArgumentException);
        Assert.That(() => new InterdictionProblem(graph, 0, 7, [], 1), Throws.InstanceOf<ArgumentException>());
    }

    [Test]
    public void An_edge_between_source_and_sink_that_cannot_be_attacked_stays() =>
        Assert.That(Units("s -> t 4\n s -> a 9\n a -> t 9", budget: 5, 1, 2).Value, Is.EqualTo(4));

    [Test]
    public void A_disconnected_net_is_answered_with_nothing_to_do()
    {
        var result = Units("s -> a 4\n b -> t 4", budget: 5, 0, 1);
        Assert.That((result.Value, result.Plan!.Attacks.Length, result.NodeCut!.Capacity), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public void Attacks_that_cost_nothing_are_made_even_without_a_budget()
    {
        var net = AsciiNetwork.Parse("s -> a 4\n s -> a 3\n a -> t 9");
        var problem = new InterdictionProblem(net.Graph, net["s"], net["t"], [AttackTarget.Arc(0, 0), AttackTarget.Arc(1, 1)], 0);
        Assert.That(Interdict.Best(problem).Value, Is.EqualTo(3));
    }

    [Test]
    public void A_target_that_costs_more_than_the_budget_is_out_of_reach()
    {
        var net = AsciiNetwork.Parse("s -> a 8\n a -> t 9");
        var problem = new InterdictionProblem(net.Graph, net["s"], net["t"], [AttackTarget.Arc(0, 3), AttackTarget.Arc(1, 2, 7)], 2);
        Assert.That(Interdict.Best(problem).Value, Is.EqualTo(7));
    }

    [Test]
    public void Budget_left_over_is_not_spent_on_targets_in_vain() =>
        Assert.That(Units("s -> a 4\n a -> b 4\n b -> t 4", budget: 3, 0, 1, 2).Plan!.Costs[0], Is.EqualTo(1));

    [Test]
    public void The_best_attack_can_lie_off_the_minimum_cut()
    {
        // Minimum cut: three thin arcs of 2 (6 in all). Two attacks there leave 2; two on the pair of 4 and 4 leave nothing.
        var result = Units("s -> a 2\n s -> a 2\n s -> a 2\n a -> t 4\n a -> t 4", budget: 2, 0, 1, 2, 3, 4);
        Assert.That(result.Value, Is.Zero);
        Assert.That(result.Plan!.Attacks.Select(attack => attack.Target), Is.EqualTo(new[] { 3, 4 }));
    }

    [Test]
    public void The_best_single_attack_need_not_belong_to_the_best_pair()
    {
        // One attack: the 6 of the first stage is best (leaves 5 + 4 of 10). Two: the second stage's 5 and 5.
        const string Net = "s -> a 6\n s -> a 2\n s -> a 2\n a -> t 5\n a -> t 5";
        Assert.That(Units(Net, budget: 1, 0, 1, 2, 3, 4).Plan!.Attacks.Single().Target, Is.Zero);
        Assert.That(Units(Net, budget: 2, 0, 1, 2, 3, 4).Plan!.Attacks.Select(attack => attack.Target), Is.EqualTo(new[] { 3, 4 }));
    }

    [Test]
    public void The_best_saving_per_cost_is_not_the_best_plan()
    {
        var net = AsciiNetwork.Parse("s -> t 60\n s -> t 100\n s -> t 120");
        var problem = new InterdictionProblem(net.Graph, 0, 1, [AttackTarget.Arc(0, 10), AttackTarget.Arc(1, 20), AttackTarget.Arc(2, 30)], 50);
        Assert.That(Interdict.Best(problem).Value, Is.EqualTo(60));
    }

    [Test]
    public void Numbers_beyond_the_53_bits_of_floating_point_are_exact()
    {
        const long Big = (1L << 55) + 1;
        var net = AsciiNetwork.Parse($"s -> t {Big}\n s -> t {Big + 2}\n s -> t {Big + 1}");
        var problem = new InterdictionProblem(
            net.Graph, 0, 1, [.. Enumerable.Range(0, 3).Select(arc => AttackTarget.Arc(arc, (1L << 60) + arc))], (1L << 60) + 1);
        Assert.That(Interdict.Best(problem).Value, Is.EqualTo((2 * Big) + 1));
    }

    [Test]
    public void Capacities_too_large_to_add_up_are_refused_as_out_of_range()
    {
        var net = AsciiNetwork.Parse($"s -> t {FlowGraph.LargestTotal}\n s -> t 1");
        var result = new LagrangianInterdictionSolver().Solve(
            new InterdictionProblem(net.Graph, 0, 1, [], 1), InterdictionOptions.Default, null, CancellationToken.None);
        Assert.That(result.Termination, Is.EqualTo(Termination.OutOfRange));
    }

    [Test]
    public void A_chain_of_100_000_edges_needs_no_stack()
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(100_001);
        var targets = ImmutableArray.CreateBuilder<AttackTarget>();
        for (var node = 0; node < 100_000; node++)
            targets.Add(AttackTarget.Arc(builder.AddEdge(node, node + 1, 10), 5, residualCapacity: 1 + (node * 7919L % 9)));
        var problem = new InterdictionProblem(builder.Build(), 0, 100_000, targets.ToImmutable(), 5);
        var result = new LagrangianInterdictionSolver().Solve(problem, InterdictionOptions.Default, null, CancellationToken.None);
        Assert.That((result.Termination, result.Value), Is.EqualTo((Termination.Optimal, 1)));
    }

    [TestCase(-1)]
    [TestCase(5)]
    public void A_residual_capacity_outside_what_there_is_is_refused(long residual)
    {
        var graph = AsciiNetwork.Parse("s -> t 4").Graph;
        Assert.That(() => new InterdictionProblem(graph, 0, 1, [AttackTarget.Arc(0, 1, residual)], 1), Throws.ArgumentException.With.Message.Contains("0 to 4"));
    }

    [Test]
    public void An_attack_on_the_source_limits_what_it_gives()
    {
        var net = AsciiNetwork.Parse("s -> a 4\n s -> b 4\n a -> t 9\n b -> t 9");
        var problem = new InterdictionProblem(net.Graph, net["s"], net["t"], [AttackTarget.Node(net["s"], 1, 3)], 1);
        Assert.That(Interdict.Best(problem).Value, Is.EqualTo(3));
    }

    [Test]
    public void An_attack_on_the_sink_limits_what_it_takes()
    {
        var net = AsciiNetwork.Parse("s -> a 4\n s -> b 4\n a -> t 9\n b -> t 9");
        var problem = new InterdictionProblem(net.Graph, net["s"], net["t"], [AttackTarget.Node(net["t"], 1, 2)], 1);
        Assert.That(Interdict.Best(problem).Value, Is.EqualTo(2));
    }

    [Test]
    public void Negative_costs_and_budgets_and_targets_named_twice_are_refused()
    {
        var graph = AsciiNetwork.Parse("s -> t 4").Graph;
        Assert.That(() => new InterdictionProblem(graph, 0, 1, [AttackTarget.Arc(0, -1)], 1), Throws.ArgumentException);
        Assert.That(() => new InterdictionProblem(graph, 0, 1, [], -1), Throws.ArgumentException);
        Assert.That(() => new InterdictionProblem(graph, 0, 1, [AttackTarget.Arc(0, 1), AttackTarget.Arc(0, 2)], 1), Throws.ArgumentException.With.Message.Contains("0 and 1"));
        Assert.That(() => new InterdictionProblem(graph, 0, 1, [AttackTarget.Arc(9, 1)], 1), Throws.ArgumentException);
    }

    [Test]
    public void A_budget_of_nothing_for_one_resource_rules_out_what_needs_it()
    {
        var net = AsciiNetwork.Parse("s -> a 4\n a -> t 9");
        var needsBoth = AttackTarget.Of(AttackElement.Arc(0), new AttackLevel([1, 1], [0]));
        var needsFirst = AttackTarget.Of(AttackElement.Arc(1), new AttackLevel([2, 0], [3]));
        var problem = new InterdictionProblem(net.Graph, [net["s"]], [net["t"]], [needsBoth, needsFirst], [5, 0]);
        Assert.That(Interdict.Best(problem).Value, Is.EqualTo(3));
    }

    [Test]
    public void An_unlimited_path_that_no_plan_breaks_is_called_unbounded()
    {
        var result = Units("s -> t *\n s -> t 5", budget: 1, 1);
        Assert.That((result.Termination, result.Value), Is.EqualTo((Termination.Unbounded, FlowGraph.Unlimited)));
    }

    [Test]
    public void Two_arcs_that_fall_together_cost_one_attack()
    {
        var net = AsciiNetwork.Parse("s -> t 5\n s -> t 4\n s -> t 6");
        var bridge = new AttackTarget([AttackElement.Arc(0), AttackElement.Arc(1)], [new AttackLevel([1], [0, 1])]);
        var problem = new InterdictionProblem(net.Graph, 0, 1, [bridge, AttackTarget.Arc(2, 1)], 1);
        Assert.That(Interdict.Best(problem).Value, Is.EqualTo(7));
    }

    private static InterdictionResult Units(string text, long budget, params int[] arcs)
    {
        var net = AsciiNetwork.Parse(text);
        var targets = arcs.Select(arc => AttackTarget.Arc(arc, cost: 1)).ToImmutableArray();
        return Interdict.Best(new InterdictionProblem(net.Graph, net["s"], net["t"], targets, budget));
    }

    [TestCase(149)]
    [TestCase(29)]
    [TestCase(84)]
    public void A_target_of_several_edges_in_series_is_repaired_one_edge_at_a_time(int seed)
    {
        var grid = InterdictionNets.Grid(seed, 6 + seed % 5, 6, 0.1 + 0.1 * (seed % 5));
        var random = new Random(seed);
        var order = Enumerable.Range(0, grid.Targets.Length).OrderBy(_ => random.Next()).ToArray();
        var targets = order.Chunk(2 + seed % 3).Where(part => part.Length == 2 + seed % 3).Select(part => new AttackTarget(
            [.. part.SelectMany(t => grid.Targets[t].Elements)],
            [
                new AttackLevel([part.Sum(t => grid.Targets[t].Levels[0].Costs[0])], [.. part.Select(_ => 0L)]),
                new AttackLevel(
                    [1 + part.Sum(t => grid.Targets[t].Levels[0].Costs[0]) / 2], [.. part.Select(t => grid.CapacityOf(grid.Targets[t].Elements[0]) / 3)]),
            ]));
        Interdict.Best(new InterdictionProblem(grid.Graph, grid.Sources, grid.Sinks, [.. targets], grid.Budgets));
    }
}
