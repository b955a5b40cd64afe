using RailOps.Solvers.Flow;

namespace RailOps.Solvers.MinCost;

/// <summary>Refuses problems that make no sense, with the first fault found.</summary>
internal static class MinCostFlowProblemCheck
{
    public static void Require(MinCostFlowProblem problem)
    {
        RequireArcs(problem);
        if (problem.Goal == MinCostFlowGoal.Balance)
            RequireSupplies(problem);
        else
            TerminalCheck.Require(problem.Graph, problem.Sources.AsSpan(), problem.Sinks.AsSpan());
    }

    /// <summary>Refuses a cost that an arc or edge cannot have.</summary>
    public static void RequireCost(bool isDirected, int arc, long cost)
    {
        if (!isDirected && cost < 0)
            throw new ArgumentException($"The cost of edge {arc} should be 0 or more, since goods going to and fro on it would earn without end, but is {cost}.\nMaybe an arc each way is meant.", nameof(cost));
    }

    /// <summary>Refuses supplies that cannot be met because they do not sum to 0.</summary>
    public static void RequireZeroSum(ReadOnlySpan<long> supplies)
    {
        Int128 sum = 0;
        foreach (var supply in supplies)
            sum += supply;
        if (sum != 0)
            throw new ArgumentException($"The supplies should sum to 0 flow units, but sum to {sum}.\nMaybe a node that takes the rest at cost 0 is missing.", nameof(supplies));
    }

    private static void RequireArcs(MinCostFlowProblem problem)
    {
        var (graph, costs, lowerBounds) = (problem.Graph, problem.Costs, problem.LowerBounds);
        RequireLength(costs.IsDefault ? 0 : costs.Length, graph.ArcCount, "a cost for each arc", nameof(costs));
        RequireLength(lowerBounds.Length, graph.ArcCount, "a lower bound for each arc, or none at all", nameof(lowerBounds));
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            RequireCost(graph.IsDirected(arc), arc, costs[arc]);
            if (lowerBounds[arc] != 0 && !graph.IsDirected(arc))
                throw new ArgumentException($"The lower bound of edge {arc} should be 0, since an edge has no direction to hold it to, but is {lowerBounds[arc]}.\nMaybe an arc each way is meant.", nameof(problem));
            if (lowerBounds[arc] < 0 || lowerBounds[arc] > graph.Capacity(arc))
                throw new ArgumentException($"The lower bound of arc {arc} should be 0 to its capacity, {graph.Capacity(arc)} flow units, but is {lowerBounds[arc]}.", nameof(problem));
            if (lowerBounds[arc] == Graphs.FlowGraph.Unlimited)
                throw new ArgumentException($"The lower bound of arc {arc} should be a number of flow units, but is unlimited.", nameof(problem));
        }
    }

    private static void RequireSupplies(MinCostFlowProblem problem)
    {
        var supplies = problem.Supplies;
        RequireLength(supplies.IsDefault ? 0 : supplies.Length, problem.Graph.NodeCount, "a supply for each node", nameof(supplies));
        RequireZeroSum(supplies.AsSpan());
    }

    private static void RequireLength(int length, int wanted, string what, string name)
    {
        if (length != wanted)
            throw new ArgumentException($"There should be {what}, {wanted} in all, but there are {length}.", name);
    }
}
