using System.Collections.Immutable;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.MinCost;

/// <summary>
/// A graph, what a flow unit costs on each of its arcs, and what the flow has to achieve. The cost of a flow is the sum over all
/// arcs of cost times flow, over edges of cost times net flow whichever way. Immutable; made by the factories, which refuse what
/// makes no sense with an <see cref="ArgumentException"/>.
/// <para>
/// A self loop carries flow here (a lower bound or a negative cost makes it worth while), and what it carries passes through its
/// node. Limits of nodes count as in <see cref="FlowGraph"/>: a node's own supply or draw passes through it.
/// </para>
/// </summary>
public sealed class MinCostFlowProblem
{
    private MinCostFlowProblem(FlowGraph graph, MinCostFlowGoal goal, ImmutableArray<long> costs, ImmutableArray<long> lowerBounds)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Graph = graph;
        Goal = goal;
        Costs = costs;
        LowerBounds = lowerBounds.IsDefaultOrEmpty ? [.. new long[graph.ArcCount]] : lowerBounds;
    }

    /// <summary>Nodes, arcs, edges and their capacities.</summary>
    public FlowGraph Graph { get; }

    /// <summary>What the flow has to achieve.</summary>
    public MinCostFlowGoal Goal { get; }

    /// <summary>Cost of a flow unit on every arc, any whole number, in arc order; on edges 0 or more, the same both ways.</summary>
    public ImmutableArray<long> Costs { get; }

    /// <summary>The least flow on every arc, 0 up to its capacity, in arc order; 0 on edges.</summary>
    public ImmutableArray<long> LowerBounds { get; }

    /// <summary>Per node the flow units it gives (positive) or takes (negative), summing to 0; empty unless <see cref="MinCostFlowGoal.Balance"/>.</summary>
    public ImmutableArray<long> Supplies { get; private init; } = [];

    /// <summary>The nodes that may give any amount, ascending; empty for <see cref="MinCostFlowGoal.Balance"/>.</summary>
    public ImmutableArray<int> Sources { get; private init; } = [];

    /// <summary>The nodes that may take any amount, ascending; empty for <see cref="MinCostFlowGoal.Balance"/>.</summary>
    public ImmutableArray<int> Sinks { get; private init; } = [];

    /// <summary>Flow units to send, 0 or more; 0 unless <see cref="MinCostFlowGoal.Amount"/>.</summary>
    public long Amount { get; private init; }

    /// <summary>Every node gives or takes a stated amount, at least cost.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="costs">Per arc, see <see cref="Costs"/>.</param>
    /// <param name="supplies">Per node, see <see cref="Supplies"/>.</param>
    /// <param name="lowerBounds">Per arc, see <see cref="LowerBounds"/>; empty or left out: 0 everywhere.</param>
    public static MinCostFlowProblem Balanced(
        FlowGraph graph, ImmutableArray<long> costs, ImmutableArray<long> supplies, ImmutableArray<long> lowerBounds = default)
    {
        var problem = new MinCostFlowProblem(graph, MinCostFlowGoal.Balance, costs, lowerBounds) { Supplies = supplies };
        MinCostFlowProblemCheck.Require(problem);
        return problem;
    }

    /// <summary>The sources together send a stated amount to the sinks, at least cost.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="costs">Per arc, see <see cref="Costs"/>.</param>
    /// <param name="sources">One node or more; naming one twice changes nothing.</param>
    /// <param name="sinks">One node or more, none of them a source.</param>
    /// <param name="amount">Flow units, 0 or more.</param>
    /// <param name="lowerBounds">Per arc, see <see cref="LowerBounds"/>; empty or left out: 0 everywhere.</param>
    public static MinCostFlowProblem OfAmount(
        FlowGraph graph, ImmutableArray<long> costs, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, long amount, ImmutableArray<long> lowerBounds = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return BetweenTerminals(graph, MinCostFlowGoal.Amount, costs, sources, sinks, amount, lowerBounds);
    }

    /// <summary>The sources send as much to the sinks as can pass, and of all such flows the cheapest is sought.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="costs">Per arc, see <see cref="Costs"/>.</param>
    /// <param name="sources">One node or more; naming one twice changes nothing.</param>
    /// <param name="sinks">One node or more, none of them a source.</param>
    /// <param name="lowerBounds">Per arc, see <see cref="LowerBounds"/>; empty or left out: 0 everywhere.</param>
    public static MinCostFlowProblem OfLargest(
        FlowGraph graph, ImmutableArray<long> costs, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, ImmutableArray<long> lowerBounds = default) =>
        BetweenTerminals(graph, MinCostFlowGoal.Largest, costs, sources, sinks, amount: 0, lowerBounds);

    private static MinCostFlowProblem BetweenTerminals(
        FlowGraph graph, MinCostFlowGoal goal, ImmutableArray<long> costs, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, long amount, ImmutableArray<long> lowerBounds)
    {
        var problem = new MinCostFlowProblem(graph, goal, costs, lowerBounds)
        {
            Sources = [.. sources.ToArray().Distinct().Order()],
            Sinks = [.. sinks.ToArray().Distinct().Order()],
            Amount = amount,
        };
        MinCostFlowProblemCheck.Require(problem);
        return problem;
    }
}
