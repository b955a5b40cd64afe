using System.Collections.Immutable;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.MinCost;

/// <summary>The numbers of a problem, free to change while its shape (nodes, arcs, terminals, goal) stays.</summary>
internal sealed class MinCostFlowData(MinCostFlowProblem problem)
{
    // With costs c, a tree potential is at most 4 (2n + 3)(|c| + 1) and a reduced cost twice that: 2^61.
    private static readonly Int128 LargestCostSpan = (Int128)1 << 58;

    private readonly MinCostFlowProblem _shape = problem;

    public FlowGraph Graph => _shape.Graph;

    public MinCostFlowGoal Goal => _shape.Goal;

    public ImmutableArray<int> Sources => _shape.Sources;

    public ImmutableArray<int> Sinks => _shape.Sinks;

    public long[] Capacity { get; } = problem.Graph.Capacities.ToArray();

    public long[] NodeCapacity { get; } = problem.Graph.NodeCapacities.ToArray();

    public long[] Cost { get; } = [.. problem.Costs];

    public long[] LowerBound { get; } = [.. problem.LowerBounds];

    public long[] Supply { get; } = [.. problem.Supplies];

    public long Amount { get; set; } = problem.Amount;

    /// <summary>The largest cost of an arc either side of 0.</summary>
    public Int128 LargestCost()
    {
        Int128 largest = 0;
        foreach (var cost in Cost)
            largest = Int128.Max(largest, Int128.Abs(cost));
        return largest;
    }

    /// <summary>True if no sum of the solver can leave 64 bits (flows, potentials) or 128 bits (costs of flows).</summary>
    public bool IsInRange()
    {
        Int128 capacity = 0, forced = 0, supply = Amount;
        for (var arc = 0; arc < Capacity.Length; arc++)
        {
            capacity += FlowGraph.FiniteShare(Capacity[arc], Graph.IsDirected(arc));
            forced += LowerBound[arc];
        }

        foreach (var limit in NodeCapacity)
            capacity += FlowGraph.FiniteShare(limit, directed: true);
        foreach (var amount in Supply)
            supply += Int128.Abs(amount);
        return capacity <= FlowGraph.LargestTotal && forced <= FlowGraph.LargestTotal && supply <= FlowGraph.LargestTotal
            && ((2 * (Int128)Graph.NodeCount) + 3) * (LargestCost() + 1) <= LargestCostSpan;
    }

    public Int128 CostOf(ReadOnlySpan<long> arcFlow)
    {
        Int128 cost = 0;
        for (var arc = 0; arc < arcFlow.Length; arc++)
            cost += (Int128)Cost[arc] * (Graph.IsDirected(arc) ? arcFlow[arc] : Math.Abs(arcFlow[arc]));
        return cost;
    }

    /// <summary>The problem with the numbers as they are now. O(nodes + arcs).</summary>
    public MinCostFlowProblem ToProblem()
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(Graph.NodeCount);
        for (var arc = 0; arc < Capacity.Length; arc++)
        {
            if (Graph.IsDirected(arc))
                builder.AddArc(Graph.Tail(arc), Graph.Head(arc), Capacity[arc]);
            else
                builder.AddEdge(Graph.Tail(arc), Graph.Head(arc), Capacity[arc]);
        }

        for (var node = 0; node < NodeCapacity.Length; node++)
        {
            if (Graph.IsNodeLimitable(node))
                builder.SetNodeCapacity(node, NodeCapacity[node]);
        }

        var graph = builder.Build();
        return Goal switch
        {
            MinCostFlowGoal.Balance => MinCostFlowProblem.Balanced(graph, [.. Cost], [.. Supply], [.. LowerBound]),
            MinCostFlowGoal.Amount => MinCostFlowProblem.OfAmount(graph, [.. Cost], Sources.AsSpan(), Sinks.AsSpan(), Amount, [.. LowerBound]),
            _ => MinCostFlowProblem.OfLargest(graph, [.. Cost], Sources.AsSpan(), Sinks.AsSpan(), [.. LowerBound]),
        };
    }
}
