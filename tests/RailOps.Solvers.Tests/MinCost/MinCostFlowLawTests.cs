using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.MinCost;

/// <summary>Laws of cheapest flows on nets of arcs; an answer is its termination and its cost.</summary>
[TestFixture]
public sealed class MinCostFlowLawTests
{
    [FsCheck.NUnit.Property]
    public bool Multiplying_all_costs_multiplies_the_cost(int seed, byte factor)
    {
        var problem = Net(seed);
        return Answer(With(problem, arc => problem.Costs[arc] * factor)) == Times(Answer(problem), factor);
    }

    [FsCheck.NUnit.Property]
    public bool Multiplying_all_capacities_and_supplies_multiplies_the_cost(int seed, byte factor)
    {
        var problem = Net(seed);
        var many = factor + 1;
        var graph = Arcs(problem, arc => (problem.Graph.Tail(arc), problem.Graph.Head(arc), problem.Graph.Capacity(arc) * many));
        return Answer(MinCostFlowProblem.Balanced(graph, problem.Costs, [.. problem.Supplies.Select(supply => supply * many)])) == Times(Answer(problem), many);
    }

    [FsCheck.NUnit.Property]
    public bool A_node_potential_added_to_the_costs_adds_a_constant_and_keeps_the_cheapest_flow(int seed)
    {
        var problem = Net(seed);
        var random = new Random(seed);
        long[] potential = [.. Enumerable.Range(0, problem.Graph.NodeCount).Select(_ => random.NextInt64(-50, 50))];
        var shifted = With(problem, arc => problem.Costs[arc] + potential[problem.Graph.Tail(arc)] - potential[problem.Graph.Head(arc)]);
        var constant = problem.Supplies.Select((supply, node) => (Int128)supply * potential[node]).Aggregate(Int128.Zero, (sum, part) => sum + part);
        var (before, after) = (CertifiedMinCost.Solve(problem), CertifiedMinCost.Solve(shifted));
        if (before.Termination != Termination.Optimal)
            return after.Termination == before.Termination;
        var moved = CostOf(shifted, before.Flow!.ArcFlow);
        return after.Cost == before.Cost + constant && moved == after.Cost;
    }

    [FsCheck.NUnit.Property]
    public bool Potentials_shifted_together_prove_the_same(int seed, int by)
    {
        var problem = Net(seed);
        var result = CertifiedMinCost.Solve(problem);
        if (result.Termination != Termination.Optimal)
            return true;
        var shifted = result.Changed(result.Flow, result.Bound, [.. result.Potentials.Select(potential => potential + by)], result.Inside, result.UnlimitedWalk);
        CertifiedMinCost.RequireProof(problem, shifted);
        return true;
    }

    [FsCheck.NUnit.Property]
    public bool Turning_everything_round_keeps_the_cost(int seed)
    {
        var problem = Net(seed);
        var graph = Arcs(problem, arc => (problem.Graph.Head(arc), problem.Graph.Tail(arc), problem.Graph.Capacity(arc)));
        return Answer(MinCostFlowProblem.Balanced(graph, problem.Costs, [.. problem.Supplies.Select(supply => -supply)])) == Answer(problem);
    }

    [FsCheck.NUnit.Property]
    public bool Splitting_every_arc_into_parallel_parts_keeps_the_cost(int seed)
    {
        var problem = Net(seed);
        var random = new Random(seed);
        var builder = new FlowGraphBuilder();
        builder.AddNodes(problem.Graph.NodeCount);
        for (var arc = 0; arc < problem.Graph.ArcCount; arc++)
        {
            var part = random.NextInt64(problem.Graph.Capacity(arc) + 1);
            builder.AddArc(problem.Graph.Tail(arc), problem.Graph.Head(arc), part);
            builder.AddArc(problem.Graph.Tail(arc), problem.Graph.Head(arc), problem.Graph.Capacity(arc) - part);
        }

        return Answer(MinCostFlowProblem.Balanced(builder.Build(), [.. problem.Costs.SelectMany(cost => new[] { cost, cost })], problem.Supplies)) == Answer(problem);
    }

    [FsCheck.NUnit.Property]
    public bool Splitting_every_arc_by_a_node_in_its_middle_keeps_the_cost(int seed)
    {
        var problem = Net(seed);
        var random = new Random(seed);
        var (builder, costs) = (new FlowGraphBuilder(), new List<long>());
        builder.AddNodes(problem.Graph.NodeCount);
        for (var arc = 0; arc < problem.Graph.ArcCount; arc++)
        {
            var middle = builder.AddNode();
            builder.AddArc(problem.Graph.Tail(arc), middle, problem.Graph.Capacity(arc));
            builder.AddArc(middle, problem.Graph.Head(arc), problem.Graph.Capacity(arc));
            var first = random.NextInt64(-30, 30);
            costs.AddRange([first, problem.Costs[arc] - first]);
        }

        return Answer(MinCostFlowProblem.Balanced(builder.Build(), [.. costs], [.. problem.Supplies, .. new long[problem.Graph.ArcCount]])) == Answer(problem);
    }

    [FsCheck.NUnit.Property]
    public bool Relabelling_nodes_and_reordering_arcs_changes_no_cost(int seed)
    {
        var problem = Net(seed);
        var random = new Random(seed);
        var label = Enumerable.Range(0, problem.Graph.NodeCount).OrderBy(_ => random.Next()).ToArray();
        var order = Enumerable.Range(0, problem.Graph.ArcCount).OrderBy(_ => random.Next()).ToArray();
        var graph = Arcs(problem, place => (label[problem.Graph.Tail(order[place])], label[problem.Graph.Head(order[place])], problem.Graph.Capacity(order[place])));
        var supplies = new long[label.Length];
        for (var node = 0; node < label.Length; node++)
            supplies[label[node]] = problem.Supplies[node];
        return Answer(MinCostFlowProblem.Balanced(graph, [.. order.Select(arc => problem.Costs[arc])], [.. supplies])) == Answer(problem);
    }

    [FsCheck.NUnit.Property]
    public bool More_capacity_never_costs_more(int seed, byte more)
    {
        var problem = Net(seed);
        var chosen = new Random(seed).Next(problem.Graph.ArcCount);
        var graph = Arcs(problem, arc => (problem.Graph.Tail(arc), problem.Graph.Head(arc), problem.Graph.Capacity(arc) + (arc == chosen ? more : 0)));
        var (before, after) = (Answer(problem), Answer(MinCostFlowProblem.Balanced(graph, problem.Costs, problem.Supplies)));
        return before.Termination == Termination.Infeasible || after.Cost <= before.Cost;
    }

    [FsCheck.NUnit.Property]
    public bool Every_further_unit_costs_at_least_as_much_as_the_one_before(int seed)
    {
        var problem = Net(seed);
        var costs = Enumerable.Range(0, 12)
            .Select(amount => CertifiedMinCost.Solve(MinCostFlowProblem.OfAmount(problem.Graph, problem.Costs, [0], [problem.Graph.NodeCount - 1], amount)))
            .TakeWhile(result => result.Termination == Termination.Optimal).Select(result => result.Cost!.Value).ToArray();
        return Enumerable.Range(0, Math.Max(0, costs.Length - 2)).All(amount => costs[amount + 2] - costs[amount + 1] >= costs[amount + 1] - costs[amount]);
    }

    [FsCheck.NUnit.Property]
    public bool The_same_question_has_the_same_flow(int seed)
    {
        var problem = Net(seed);
        var (one, other) = (CertifiedMinCost.Solve(problem), CertifiedMinCost.Solve(problem));
        return one.Flow is null ? other.Flow is null : one.Flow.ArcFlow.SequenceEqual(other.Flow!.ArcFlow) && one.Statistics == other.Statistics;
    }

    private static MinCostFlowProblem Net(int seed)
    {
        var random = new Random(seed);
        var problem = RandomCostFlow.Plain(random, nodeCount: 2 + random.Next(8), arcCount: 1 + random.Next(30));
        return With(problem, arc => problem.Costs[arc] - (seed % 2 == 0 ? 0 : 5));
    }

    private static MinCostFlowProblem With(MinCostFlowProblem problem, Func<int, long> cost) =>
        MinCostFlowProblem.Balanced(problem.Graph, [.. Enumerable.Range(0, problem.Graph.ArcCount).Select(cost)], problem.Supplies);

    private static FlowGraph Arcs(MinCostFlowProblem problem, Func<int, (int Tail, int Head, long Capacity)> arcOf)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(problem.Graph.NodeCount);
        for (var arc = 0; arc < problem.Graph.ArcCount; arc++)
        {
            var (tail, head, capacity) = arcOf(arc);
            builder.AddArc(tail, head, capacity);
        }

        return builder.Build();
    }

    private static (Termination Termination, Int128? Cost) Answer(MinCostFlowProblem problem)
    {
        var result = CertifiedMinCost.Solve(problem);
        return (result.Termination, result.Cost);
    }

    private static (Termination Termination, Int128? Cost) Times((Termination Termination, Int128? Cost) answer, int factor) => (answer.Termination, answer.Cost * factor);

    private static Int128 CostOf(MinCostFlowProblem problem, ImmutableArray<long> flow) =>
        flow.Select((amount, arc) => (Int128)amount * problem.Costs[arc]).Aggregate(Int128.Zero, (sum, part) => sum + part);
}
