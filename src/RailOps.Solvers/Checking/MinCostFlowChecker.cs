using System.Collections.Immutable;
using System.Numerics;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Verifies a <see cref="MinCostFlowResult"/> from the problem and the answer's data alone, sharing no code with the solver: limits and
/// conservation, the cost, and what proves the answer: potentials whose dual value is the cost (linear programming duality), a cut through which
/// what was asked cannot pass (A. J. Hoffman 1960), or a walk along which any amount pays. O(nodes + arcs), sums of any size.
/// </summary>
public static class MinCostFlowChecker
{
    /// <summary>Checks an answer.</summary>
    /// <param name="problem">The problem it was asked about.</param>
    /// <param name="result">The answer.</param>
    public static CheckReport Check(MinCostFlowProblem problem, MinCostFlowResult result)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(result);
        var fault = result.Termination switch
        {
            Termination.Optimal => FlowFault(problem, result) ?? BoundFault(problem, result) ?? LargestFault(problem, result),
            Termination.Infeasible => CutFault(problem, result.Inside),
            Termination.Unbounded => FlowFault(problem, result) ?? WalkFault(problem, result.UnlimitedWalk),
            Termination.TimeLimit or Termination.Stopped => InterruptedFault(problem, result),
            Termination.OutOfRange => RangeFault(problem),
            _ => $"Termination {result.Termination} says nothing.",
        };
        if (fault is not null)
            return CheckReport.Refused(fault);
        return CheckReport.Accepted(result.Termination is Termination.TimeLimit or Termination.Stopped ? ProofKind.None : ProofKind.Certified);
    }

    private static string? FlowFault(MinCostFlowProblem problem, MinCostFlowResult result)
    {
        if (result.Flow is not { } flow)
            return $"An answer that is {result.Termination} should carry a flow, but has none.";
        return MinCostFlowSum.Fault(problem, flow);
    }

    private static string? BoundFault(MinCostFlowProblem problem, MinCostFlowResult result)
    {
        if (DualValue(problem, result, out var fault) is not { } value)
            return fault;
        if (value != (BigInteger)result.Cost!.Value || result.Bound != result.Cost)
            return $"The potentials should prove the cost {result.Cost}, but prove {value} (stated {result.Bound}).";
        return null;
    }

    private static BigInteger? DualValue(MinCostFlowProblem problem, MinCostFlowResult result, out string fault)
    {
        var net = new MinCostExpansion(problem, problem.Goal == MinCostFlowGoal.Largest ? result.Flow?.Amount : problem.Amount);
        fault = Length(result.Potentials) == net.NodeCount ? string.Empty : $"There should be {net.NodeCount} potentials, but there are {Length(result.Potentials)}.";
        if (fault.Length > 0)
            return null;
        var value = net.DualValue(result.Potentials);
        fault = value is null ? "The potentials should prove a bound, but leave an unlimited way at a profit." : string.Empty;
        return value;
    }

    private static string? LargestFault(MinCostFlowProblem problem, MinCostFlowResult result)
    {
        if (problem.Goal != MinCostFlowGoal.Largest)
            return null;
        var net = new MinCostExpansion(problem, result.Flow!.Amount);
        if (Length(result.Inside) != net.NodeCount || !net.Separates(result.Inside))
            return "The largest amount should come with a cut between sources and sinks, but does not.";
        return net.RoomOut(result.Inside) == result.Flow.Amount ? null : $"The cut should let {result.Flow.Amount} flow units through, but lets {net.RoomOut(result.Inside)}.";
    }

    private static string? CutFault(MinCostFlowProblem problem, ImmutableArray<bool> inside)
    {
        var net = new MinCostExpansion(problem, problem.Goal == MinCostFlowGoal.Largest ? null : problem.Amount);
        if (Length(inside) != net.NodeCount)
            return $"There should be {net.NodeCount} expanded nodes inside or outside, but there are {Length(inside)}.";
        if (net.RoomOut(inside) is not { } room)
            return "The set should be one that limited ways leave, but any amount can leave it.";
        var supply = net.SupplyInside(inside);
        return supply > room ? null : $"More should have to leave the set than can, but {supply} flow units have to and {room} can.";
    }

    private static string? WalkFault(MinCostFlowProblem problem, ImmutableArray<int> walk)
    {
        if (Length(walk) == 0)
            return "An unbounded answer should carry a walk, but has none.";
        foreach (var arc in walk)
        {
            if (arc < 0 || arc >= problem.Graph.ArcCount || problem.Graph.Capacity(arc) != FlowGraph.Unlimited)
                return $"The walk should take unlimited arcs, but takes {arc}.";
        }

        foreach (var start in new[] { problem.Graph.Tail(walk[0]), problem.Graph.Head(walk[0]) })
        {
            var end = Walk(problem.Graph, start, walk);
            if (end == start && walk.Aggregate(BigInteger.Zero, (sum, arc) => sum + problem.Costs[arc]) < 0)
                return null;
            if (end >= 0 && problem.Goal == MinCostFlowGoal.Largest && problem.Sources.Contains(start) && problem.Sinks.Contains(end))
                return null;
        }

        return "The walk should lead round at a profit, or from a source to a sink for the largest flow, but does not.";
    }

    /// <summary>Follows arcs from a node; the node reached, or -1 if the walk breaks or meets a limited node.</summary>
    private static int Walk(FlowGraph graph, int start, ImmutableArray<int> walk)
    {
        var node = start;
        foreach (var arc in walk)
        {
            if (graph.NodeCapacity(node) != FlowGraph.Unlimited)
                return -1;
            if (graph.Tail(arc) == node)
                node = graph.Head(arc);
            else if (!graph.IsDirected(arc) && graph.Head(arc) == node)
                node = graph.Tail(arc);
            else
                return -1;
        }

        return graph.NodeCapacity(node) == FlowGraph.Unlimited ? node : -1;
    }

    private static string? InterruptedFault(MinCostFlowProblem problem, MinCostFlowResult result)
    {
        if (result.Flow is { } flow && MinCostFlowSum.Fault(problem, flow) is { } fault)
            return fault;
        if (result.Bound is null)
            return null;
        if (problem.Goal == MinCostFlowGoal.Largest)
            return "A bound should not be stated before the largest amount is known.";
        if (DualValue(problem, result, out fault) is not { } value)
            return fault;
        return value == (BigInteger)result.Bound.Value ? null : $"The potentials should prove the bound {result.Bound}, but prove {value}.";
    }

    /// <summary>The bounds that <see cref="NetworkSimplexSolver"/> states.</summary>
    private static string? RangeFault(MinCostFlowProblem problem)
    {
        var largestCost = problem.Costs.Aggregate(BigInteger.Zero, (largest, cost) => BigInteger.Max(largest, BigInteger.Abs(cost)));
        var supply = problem.Supplies.Aggregate((BigInteger)problem.Amount, (sum, amount) => sum + BigInteger.Abs(amount));
        var forced = problem.LowerBounds.Aggregate(BigInteger.Zero, (sum, lower) => sum + lower);
        var total = (BigInteger)problem.Graph.FiniteTotal;
        var isInRange = BigInteger.Max(total, BigInteger.Max(supply, forced)) <= FlowGraph.LargestTotal
            && ((2 * (BigInteger)problem.Graph.NodeCount) + 3) * (largestCost + 1) <= FlowGraph.LargestTotal;
        return isInRange ? $"Capacities of {total}, supplies of {supply}, lower bounds of {forced} and a cost of {largestCost} are in range." : null;
    }

    private static int Length<T>(ImmutableArray<T> array) => array.IsDefault ? 0 : array.Length;
}
