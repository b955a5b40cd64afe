using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Solvers.ScenarioSums;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.ScenarioSums;

/// <summary>Mistakes that programs for several cases make, one test each.</summary>
[TestFixture]
public sealed class ScenarioSumPitfallTests
{
    [Test]
    public void Expected_capacities_are_no_answer_to_uncertain_success()
    {
        // Two arcs in series, each attack comes off half the time: with both hit, 10 gets through only if both fail, 2.5 on average. With
        // expected capacities (5 and 5) the net would let 5 through, and a second attack would seem to be worth nothing.
        var net = AsciiNetwork.Parse("s -> a 10\n a -> t 10");
        ImmutableArray<SumCase> outcomes = [new(1, [0, 0]), new(1, [0, 1]), new(1, [1, 0]), new(1, [1, 1])];
        var problem = Units(net, [0, 1], budget: 2, outcomes);
        var result = SolveSum.Best(problem);
        Assert.That(result.Value, Is.EqualTo(10), "of 4 x 10 in 4 outcomes");
        Assert.That(result.Plan!.Attacks.Length, Is.EqualTo(2));
        var expected = AsciiNetwork.Parse("s -> a 5\n a -> t 5");
        Assert.That(4 * (long)EdmondsKarpReference.Value(expected.Graph, [0], [expected["t"]]), Is.EqualTo(20));
    }

    [Test]
    public void A_cut_gives_no_lower_bound_on_other_plans_but_a_flow_does()
    {
        // "No plan leaves less than this cut's capacity less what is attacked on it" is wrong: attacks elsewhere make another cut the
        // narrowest, so the sum is an upper bound. "No plan leaves less than this flow less what it carries over attacked arcs" holds.
        var (wrong, plans) = (0, 0);
        for (var seed = 0; seed < 200; seed++)
        {
            var graph = RandomNetwork.Mixed(new Random(seed), 5, 8, largestCapacity: 9);
            var session = new MaxFlowSession(graph, 0, 4);
            session.Augment(CancellationToken.None);
            var side = session.MinimalSourceSide();
            for (var plan = 0; plan < 1 << graph.ArcCount; plan++)
            {
                var arcs = Enumerable.Range(0, graph.ArcCount).Where(arc => (plan >> arc & 1) == 1).ToList();
                var left = LeftWithout(graph, arcs);
                var onCut = arcs.Where(arc => side[graph.Tail(arc)] != side[graph.Head(arc)] && (side[graph.Tail(arc)] || !graph.IsDirected(arc)));
                Assert.That(session.Value - arcs.Sum(arc => long.Abs(session.NetFlow(arc))), Is.LessThanOrEqualTo(left), $"seed {seed}, plan {plan}");
                wrong += session.Value - onCut.Sum(arc => graph.Capacity(arc)) > left ? 1 : 0;
                plans++;
            }
        }

        Assert.That(wrong, Is.GreaterThan(plans / 20));
    }

    [Test]
    public void Weights_decide_which_of_two_cases_is_hit()
    {
        // Target 0 takes effect only in the first case, target 1 only in the second.
        var net = AsciiNetwork.Parse("s -> t 10\n s -> t 7");
        ImmutableArray<SumCase> cases = [new(1, [1, 0]), new(2, [0, 1])];
        Assert.That(SolveSum.Best(Units(net, [0, 1], 1, cases)).Value, Is.EqualTo(17 + (2 * 10)));
        ImmutableArray<SumCase> turned = [new(2, [1, 0]), new(1, [0, 1])];
        Assert.That(SolveSum.Best(Units(net, [0, 1], 1, turned)).Value, Is.EqualTo((2 * 7) + 17));
    }

    [Test]
    public void An_attack_is_paid_for_even_where_it_takes_no_effect()
    {
        var net = AsciiNetwork.Parse("s -> t 10\n s -> t 7");
        ImmutableArray<SumCase> cases = [new(1, [1, 0]), new(1, [0, 1])];
        var result = SolveSum.Best(Units(net, [0, 1], 1, cases));
        Assert.That((result.Value, result.Plan!.Costs[0]), Is.EqualTo((24, 1)));
    }

    [Test]
    public void Two_arcs_of_one_target_in_series_may_both_carry_the_flow_that_an_attack_displaces()
    {
        var net = AsciiNetwork.Parse("s -> a 9\n a -> b 9\n b -> t 9\n s -> t 2");
        var both = new AttackTarget([AttackElement.Arc(0), AttackElement.Arc(2)], [new AttackLevel([1], [4, 3])]);
        var problem = new ScenarioSumProblem(net.Graph, [net["s"]], [net["t"]], [new SumCase(2), new SumCase(1, [0, 1])], [both, AttackTarget.Arc(3, 1)], [1]);
        Assert.That(SolveSum.Best(problem).Value, Is.EqualTo((2 * 5) + 11));
    }

    [Test]
    public void Lowering_two_arcs_in_series_at_once_keeps_the_flow_whole()
    {
        // The instance on which all capacities were first lowered and only then the flow repaired, arc by arc, which cannot work.
        Assert.That(SolveSum.Best(SumNets.RepairGrid(3, 6, 6, 0.2)).Value, Is.EqualTo(13691));
    }

    [Test]
    public void A_sink_of_one_case_is_passed_through_in_another()
    {
        var net = AsciiNetwork.Parse("s -> a 6\n a -> b 4");
        var cases = WeightedSinks.Cases([(net["a"], 1), (net["b"], 5)]);
        var problem = new ScenarioSumProblem(net.Graph, [net["s"]], [net["a"]], cases, [AttackTarget.Arc(1, 1)], [0]);
        Assert.That(SolveSum.Best(problem).Value, Is.EqualTo((5 * 4) + 2), "4 units worth 5, 2 worth 1");
    }

    [Test]
    public void One_case_without_limit_makes_a_plan_worthless_however_small_its_weight()
    {
        // Attack 0 limits the first case, attack 1 the second; only both limit both.
        var net = AsciiNetwork.Parse("s -> t *\n s -> a *\n a -> t *");
        ImmutableArray<AttackTarget> targets = [AttackTarget.Arc(0, 1, 3), AttackTarget.Arc(1, 1, 2)];
        ScenarioSumProblem With(long budget) => new(net.Graph, [net["s"]], [net["t"]], [new SumCase(1), new SumCase(1000)], targets, [budget]);
        Assert.That(SolveSum.Best(With(1)).Termination, Is.EqualTo(Termination.Unbounded));
        Assert.That(SolveSum.Best(With(2)).Value, Is.EqualTo(5 * 1001));
    }

    [Test]
    public void Weights_times_flows_at_the_limit_are_exact_and_one_past_it_are_refused()
    {
        var net = AsciiNetwork.Parse("s -> t 3\n s -> t 4");
        ScenarioSumProblem With(long weight) => new(net.Graph, [0], [1], [new SumCase(weight)], [AttackTarget.Arc(1, 1)], [1]);
        const long Largest = (1L << 61) / 8;
        Assert.That(SolveSum.Best(With(Largest)).Value, Is.EqualTo(3 * Largest));
        var result = new LagrangianScenarioSumSolver().Solve(With(Largest + 1), ScenarioSumOptions.Default, null, CancellationToken.None);
        Assert.That((result.Termination, result.Plan), Is.EqualTo((Termination.OutOfRange, (SumPlan?)null)));
        ImmutableArray<SumCase> many = [.. Enumerable.Repeat(new SumCase(long.MaxValue), 5)];
        Assert.That(new LagrangianScenarioSumSolver().Solve(With(1).WithCases(many), ScenarioSumOptions.Default, null, CancellationToken.None).Termination, Is.EqualTo(Termination.OutOfRange));
    }

    [Test]
    public void Capacities_at_the_limit_are_exact_and_one_past_it_are_refused()
    {
        ScenarioSumResult Solve(long capacity) => new LagrangianScenarioSumSolver().Solve(
            Units(AsciiNetwork.Parse($"s -> t {capacity}\n s -> t 1"), [0], 0, [new SumCase(1)]), ScenarioSumOptions.Default, null, CancellationToken.None);
        Assert.That(Solve(FlowGraph.LargestTotal - 2).Value, Is.EqualTo(FlowGraph.LargestTotal - 1));
        Assert.That(Solve(FlowGraph.LargestTotal).Termination, Is.EqualTo(Termination.OutOfRange));
    }

    [Test]
    public void Cases_that_make_no_sense_are_refused()
    {
        var net = AsciiNetwork.Parse("s -> t 4");
        Assert.That(() => Units(net, [0], 1, []), Throws.ArgumentException.With.Message.Contains("case"));
        Assert.That(() => Units(net, [0], 1, [new SumCase(0)]), Throws.ArgumentException.With.Message.Contains("1 or more"));
        Assert.That(() => Units(net, [0], 1, [new SumCase(1, [2])]), Throws.ArgumentException.With.Message.Contains("levels 0 to 0"));
        Assert.That(() => Units(net, [0], 1, [new SumCase(1, [1, 1])]), Throws.ArgumentException.With.Message.Contains("1 targets"));
        Assert.That(() => Units(net, [0], 1, [new SumCase(1) { Sinks = [net["s"]] }]), Throws.ArgumentException);
        Assert.That(() => Units(net, [0], 1, [new SumCase(1) { Sinks = [] }]), Throws.ArgumentException);
        Assert.That(() => new ScenarioSumProblem(net.Graph, [0], [1], [new SumCase(1)], [AttackTarget.Arc(0, -1)], [1]), Throws.ArgumentException);
    }

    [Test]
    public void A_chain_of_20_000_edges_needs_no_stack()
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(20_001);
        var targets = ImmutableArray.CreateBuilder<AttackTarget>();
        for (var node = 0; node < 20_000; node++)
            targets.Add(AttackTarget.Arc(builder.AddEdge(node, node + 1, 10), 5, residualCapacity: 1 + (node * 7919L % 9)));
        var problem = new ScenarioSumProblem(builder.Build(), [0], [20_000], [new SumCase(3), new SumCase(2)], targets.ToImmutable(), [5]);
        var result = new LagrangianScenarioSumSolver().Solve(problem, ScenarioSumOptions.Default, null, CancellationToken.None);
        Assert.That((result.Termination, result.Value), Is.EqualTo((Termination.Optimal, 5)));
    }

    private static long LeftWithout(FlowGraph graph, List<int> arcs)
    {
        var session = new MaxFlowSession(graph, 0, 4);
        foreach (var arc in arcs)
            session.SetCapacity(arc, 0);
        return session.Augment(CancellationToken.None);
    }

    private static ScenarioSumProblem Units(AsciiNetwork net, int[] arcs, long budget, ImmutableArray<SumCase> cases) => new(
        net.Graph, [net["s"]], [net["t"]], cases, [.. arcs.Select(arc => AttackTarget.Arc(arc, cost: 1))], [budget]);
}
