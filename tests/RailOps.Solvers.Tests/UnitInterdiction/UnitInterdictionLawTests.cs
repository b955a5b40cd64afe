using RailOps.Solvers.Allocation;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Solvers.Tests.UnitInterdiction;

[NUnit.Framework.TestFixture]
public sealed class UnitInterdictionLawTests
{
    [FsCheck.NUnit.Property]
    public bool More_budget_never_raises_what_is_left(int seed, byte more)
    {
        var problem = UnitNets.Small(new Random(seed));
        return Worth(problem.WithBudgets([problem.Budgets[0] + more])) <= Worth(problem);
    }

    [FsCheck.NUnit.Property]
    public bool Wanting_more_units_never_lowers_what_is_left(int seed)
    {
        var problem = UnitNets.Small(new Random(seed));
        return Worth(WithDemands(problem, demand => demand with { UnitCount = demand.UnitCount + 1 })) >= Worth(problem);
    }

    [FsCheck.NUnit.Property]
    public bool Larger_units_never_raise_what_is_left(int seed)
    {
        var problem = UnitNets.Small(new Random(seed));
        return Worth(WithDemands(problem, demand => demand with { UnitDemand = demand.UnitDemand + 1 })) <= Worth(problem);
    }

    [FsCheck.NUnit.Property]
    public bool Multiplying_weights_multiplies_the_worth(int seed, byte factor)
    {
        var problem = UnitNets.Small(new Random(seed));
        return Worth(WithDemands(problem, demand => demand with { Weight = demand.Weight * factor })) == Worth(problem) * factor;
    }

    [FsCheck.NUnit.Property]
    public bool Turning_targets_and_demanders_round_changes_no_worth(int seed)
    {
        var problem = UnitNets.Small(new Random(seed));
        var turned = new AllocationProblem(problem.Allocation.Graph, problem.Allocation.Source, [.. problem.Allocation.Demands.Reverse()]);
        return Worth(new UnitInterdictionProblem(turned, [.. problem.Targets.Reverse()], problem.Budgets)) == Worth(problem);
    }

    [FsCheck.NUnit.Property]
    public bool Multiplying_capacities_and_unit_needs_changes_no_worth(int seed, byte more)
    {
        var (problem, factor) = (UnitNets.Small(new Random(seed)), more + 1L);
        var graph = Multiplied(problem.Allocation.Graph, factor);
        var demands = problem.Allocation.Demands.Select(demand => demand with { UnitDemand = demand.UnitDemand * factor });
        var targets = problem.Targets.Select(target => target with
        {
            Levels = [.. target.Levels.Select(level => level with { ResidualCapacities = [.. level.ResidualCapacities.Select(left => left * factor)] })],
        });
        var scaled = new UnitInterdictionProblem(new AllocationProblem(graph, problem.Allocation.Source, [.. demands]), [.. targets], problem.Budgets);
        return Worth(scaled) == Worth(problem);
    }

    private static long Worth(UnitInterdictionProblem problem) => InterdictUnits.Best(problem).Worth;

    private static UnitInterdictionProblem WithDemands(UnitInterdictionProblem problem, Func<AllocationDemand, AllocationDemand> change) =>
        new(new AllocationProblem(problem.Allocation.Graph, problem.Allocation.Source, [.. problem.Allocation.Demands.Select(change)]), problem.Targets, problem.Budgets);

    private static FlowGraph Multiplied(FlowGraph graph, long factor)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(graph.NodeCount);
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (tail, head, capacity) = (graph.Tail(arc), graph.Head(arc), graph.Capacity(arc) * factor);
            _ = graph.IsDirected(arc) ? builder.AddArc(tail, head, capacity) : builder.AddEdge(tail, head, capacity);
        }

        for (var node = 0; node < graph.NodeCount; node++)
            builder.SetNodeCapacity(node, graph.NodeCapacity(node) == FlowGraph.Unlimited ? FlowGraph.Unlimited : graph.NodeCapacity(node) * factor);
        return builder.Build();
    }
}
