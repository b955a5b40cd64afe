using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Tests.Interdiction;

[NUnit.Framework.TestFixture]
public sealed class InterdictionLawTests
{
    [FsCheck.NUnit.Property]
    public bool More_budget_never_raises_what_is_left(int seed, byte more)
    {
        var problem = InterdictionNets.Small(new Random(seed));
        return Value(problem.WithBudgets([problem.Budgets[0] + more])) <= Value(problem);
    }

    [FsCheck.NUnit.Property]
    public bool Turning_the_numbers_of_the_targets_round_changes_no_value(int seed)
    {
        var problem = InterdictionNets.Small(new Random(seed));
        var turned = new InterdictionProblem(problem.Graph, problem.Sources, problem.Sinks, [.. problem.Targets.Reverse()], problem.Budgets);
        return Value(turned) == Value(problem);
    }

    [FsCheck.NUnit.Property]
    public bool Relabelling_nodes_changes_no_value(int seed)
    {
        var random = new Random(seed);
        var problem = InterdictionNets.Small(random);
        var label = Enumerable.Range(0, problem.Graph.NodeCount).OrderBy(_ => random.Next()).ToArray();
        var graph = Rebuild(problem.Graph, label, factor: 1);
        var targets = problem.Targets.Select(target => target with
        {
            Elements = [.. target.Elements.Select(element => element.IsNode ? AttackElement.Node(label[element.Id]) : element)],
        });
        var moved = new InterdictionProblem(
            graph, [.. problem.Sources.Select(node => label[node])], [.. problem.Sinks.Select(node => label[node])], [.. targets], problem.Budgets);
        return Value(moved) == Value(problem);
    }

    [FsCheck.NUnit.Property]
    public bool Multiplying_capacities_multiplies_the_value_and_multiplying_costs_and_budget_changes_nothing(int seed, byte factor)
    {
        var problem = InterdictionNets.Small(new Random(seed));
        var graph = Rebuild(problem.Graph, [.. Enumerable.Range(0, problem.Graph.NodeCount)], factor);
        var targets = problem.Targets.Select(target => target with
        {
            Levels = [.. target.Levels.Select(level => new AttackLevel(
                [.. level.Costs.Select(cost => cost * 1_000_003)], [.. level.ResidualCapacities.Select(left => Times(left, factor))]))],
        });
        var scaled = new InterdictionProblem(graph, problem.Sources, problem.Sinks, [.. targets], [problem.Budgets[0] * 1_000_003]);
        var value = Value(problem);
        return factor == 0 || Value(scaled) == Times(value, factor);
    }

    private static long Value(InterdictionProblem problem) => Interdict.Best(problem).Value;

    private static long Times(long capacity, long factor) => capacity == FlowGraph.Unlimited ? capacity : capacity * factor;

    private static FlowGraph Rebuild(FlowGraph graph, int[] label, long factor)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(graph.NodeCount);
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (tail, head, capacity) = (label[graph.Tail(arc)], label[graph.Head(arc)], Times(graph.Capacity(arc), factor));
            _ = graph.IsDirected(arc) ? builder.AddArc(tail, head, capacity) : builder.AddEdge(tail, head, capacity);
        }

        for (var node = 0; node < graph.NodeCount; node++)
            builder.SetNodeCapacity(label[node], Times(graph.NodeCapacity(node), factor));
        return builder.Build();
    }
}
