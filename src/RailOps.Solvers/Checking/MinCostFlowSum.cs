using System.Collections.Immutable;
using System.Numerics;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.MinCost;

namespace RailOps.Solvers.Checking;

/// <summary>Adds up a flow with its cost and compares it with what was asked.</summary>
internal static class MinCostFlowSum
{
    /// <summary>The first fault, or null.</summary>
    public static string? Fault(MinCostFlowProblem problem, CostedFlow flow)
    {
        var graph = problem.Graph;
        if (flow.ArcFlow.IsDefault || flow.ArcFlow.Length != graph.ArcCount)
            return $"There should be a flow for each of {graph.ArcCount} arcs, but there are {(flow.ArcFlow.IsDefault ? 0 : flow.ArcFlow.Length)}.";
        var (outflow, inflow) = (new BigInteger[graph.NodeCount], new BigInteger[graph.NodeCount]);
        BigInteger cost = 0;
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var carried = (BigInteger)flow.ArcFlow[arc];
            var least = graph.IsDirected(arc) ? problem.LowerBounds[arc] : -(BigInteger)graph.Capacity(arc);
            if (carried < least || carried > graph.Capacity(arc))
                return $"Arc {arc} should carry {least} to {graph.Capacity(arc)} flow units, but carries {carried}.";
            var (from, to) = carried >= 0 ? (graph.Tail(arc), graph.Head(arc)) : (graph.Head(arc), graph.Tail(arc));
            outflow[from] += BigInteger.Abs(carried);
            inflow[to] += BigInteger.Abs(carried);
            cost += problem.Costs[arc] * (graph.IsDirected(arc) ? carried : BigInteger.Abs(carried));
        }

        if (cost != (BigInteger)flow.Cost)
            return $"The flow should cost {flow.Cost}, but costs {cost}.";
        return NodeFault(problem, outflow, inflow) ?? AmountFault(problem, flow.Amount, outflow, inflow);
    }

    private static string? NodeFault(MinCostFlowProblem problem, BigInteger[] outflow, BigInteger[] inflow)
    {
        for (var node = 0; node < outflow.Length; node++)
        {
            // Whatever a node gives or takes itself passes through it too.
            var through = BigInteger.Max(outflow[node], inflow[node]);
            if (problem.Goal == MinCostFlowGoal.Balance)
                through = inflow[node] + Math.Max(problem.Supplies[node], 0);
            if (problem.Graph.NodeCapacity(node) != FlowGraph.Unlimited && through > problem.Graph.NodeCapacity(node))
                return $"Node {node} should pass at most {problem.Graph.NodeCapacity(node)} flow units, but passes {through}.";
        }

        return null;
    }

    private static string? AmountFault(MinCostFlowProblem problem, long amount, BigInteger[] outflow, BigInteger[] inflow)
    {
        BigInteger sent = 0;
        for (var node = 0; node < outflow.Length; node++)
        {
            var given = outflow[node] - inflow[node];
            if (problem.Goal == MinCostFlowGoal.Balance && given != problem.Supplies[node])
                return $"Node {node} should give {problem.Supplies[node]} flow units, but gives {given}.";
            if (problem.Goal != MinCostFlowGoal.Balance && ((given > 0 && !IsIn(problem.Sources, node)) || (given < 0 && !IsIn(problem.Sinks, node))))
                return $"Node {node} should pass on what it gets, but gives {given} flow units net.";
            var counts = problem.Goal == MinCostFlowGoal.Balance || IsIn(problem.Sources, node);
            sent += counts ? BigInteger.Max(given, 0) : 0;
        }

        if (problem.Goal == MinCostFlowGoal.Amount && amount != problem.Amount)
            return $"The flow should bring {problem.Amount} flow units, but is said to bring {amount}.";
        return sent == amount ? null : $"The flow should send {amount} flow units, but sends {sent}.";
    }

    private static bool IsIn(ImmutableArray<int> ascending, int node) => ascending.BinarySearch(node) >= 0;
}
