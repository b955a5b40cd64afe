using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.MinCost;

/// <summary>
/// Answer to a question for a cheapest flow. Made only by the factories, so what belongs to a termination is there and nothing
/// else. Optimal: flow, potentials, and for <see cref="MinCostFlowGoal.Largest"/> the cut. Infeasible: the cut. Unbounded: flow and cycle.
/// TimeLimit and Stopped: a flow if one was found, and potentials if they prove a bound. OutOfRange: nothing.
/// </summary>
public sealed class MinCostFlowResult
{
    private MinCostFlowResult(Termination termination, MinCostFlowStatistics statistics) => (Termination, Statistics) = (termination, statistics);

    /// <summary>Why the solver stopped.</summary>
    public Termination Termination { get; }

    /// <summary>
    /// A flow that does what was asked, the cheapest if Optimal; for <see cref="MinCostFlowGoal.Largest"/> before Optimal it may send
    /// less than can pass. Null if there is none, or none was found yet.
    /// </summary>
    public CostedFlow? Flow { get; private init; }

    /// <summary>What <see cref="Flow"/> costs, exact; null without a flow.</summary>
    public Int128? Cost => Flow?.Cost;

    /// <summary>No flow that does what was asked costs less; equal to <see cref="Cost"/> if Optimal; null if no bound is known.</summary>
    public Int128? Bound { get; private init; }

    /// <summary>
    /// Cost per flow unit, one entry per expanded node (<see cref="ExpandedNodes"/>). Their dual value is <see cref="Bound"/>: see
    /// docs/certificates.md. Empty if no bound is known.
    /// </summary>
    public ImmutableArray<long> Potentials { get; private init; } = [];

    /// <summary>
    /// A set of expanded nodes, true for those inside. Infeasible: more must leave the set than can, or must stay than is
    /// taken. Optimal with <see cref="MinCostFlowGoal.Largest"/>: it holds the sources, and no more than the flow's amount can
    /// leave it. Else empty.
    /// </summary>
    public ImmutableArray<bool> Inside { get; private init; } = [];

    /// <summary>
    /// If Unbounded: arc ids, in order, of a closed walk over unlimited arcs and nodes whose costs sum to less than 0, or, for
    /// <see cref="MinCostFlowGoal.Largest"/>, also of a path of such arcs from a source to a sink. Else empty.
    /// </summary>
    public ImmutableArray<int> UnlimitedWalk { get; private init; } = [];

    /// <summary>Work done.</summary>
    public MinCostFlowStatistics Statistics { get; }

    /// <summary>The cheapest flow with its proof.</summary>
    /// <param name="graph">The problem's graph.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="potentials">One per expanded node.</param>
    /// <param name="inside">For <see cref="MinCostFlowGoal.Largest"/> one per expanded node, else empty.</param>
    /// <param name="statistics">Work done.</param>
    public static MinCostFlowResult Optimal(
        FlowGraph graph, CostedFlow flow, ImmutableArray<long> potentials, ImmutableArray<bool> inside, MinCostFlowStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(graph);
        RequireShape(graph, flow.ArcFlow, potentials.Length);
        if (!inside.IsEmpty)
            RequireShape(graph, flow.ArcFlow, inside.Length);
        return new(Termination.Optimal, statistics) { Flow = flow, Bound = flow.Cost, Potentials = potentials, Inside = inside };
    }

    /// <summary>No flow does what was asked.</summary>
    /// <param name="inside">One per expanded node.</param>
    /// <param name="statistics">Work done.</param>
    public static MinCostFlowResult Infeasible(ImmutableArray<bool> inside, MinCostFlowStatistics statistics) =>
        new(Termination.Infeasible, statistics) { Inside = inside };

    /// <summary>There is a flow, but no cheapest one, or no largest.</summary>
    /// <param name="flow">A flow that does what was asked, but for the largest amount.</param>
    /// <param name="walk">Arcs along which any amount can be added.</param>
    /// <param name="statistics">Work done.</param>
    public static MinCostFlowResult Unbounded(CostedFlow flow, ImmutableArray<int> walk, MinCostFlowStatistics statistics) =>
        new(Termination.Unbounded, statistics) { Flow = flow, UnlimitedWalk = walk };

    /// <summary>A limit stopped the solver.</summary>
    /// <param name="reason">TimeLimit or Stopped, else <see cref="ArgumentException"/>.</param>
    /// <param name="flow">The best flow found; null if none was.</param>
    /// <param name="bound">What no flow can fall below; null if not known.</param>
    /// <param name="potentials">What proves the bound; empty if it is not known.</param>
    /// <param name="statistics">Work done.</param>
    public static MinCostFlowResult Interrupted(
        Termination reason, CostedFlow? flow, Int128? bound, ImmutableArray<long> potentials, MinCostFlowStatistics statistics)
    {
        if (reason is not (Termination.TimeLimit or Termination.Stopped))
            throw new ArgumentException($"The reason should be TimeLimit or Stopped, but is {reason}.", nameof(reason));
        if (bound is null != potentials.IsEmpty)
            throw new ArgumentException("A bound should come with the potentials that prove it, and they with a bound.", nameof(potentials));
        if (flow is { } found && bound > found.Cost)
            throw new ArgumentException($"The bound should be at most the cost {found.Cost}, but is {bound}.", nameof(bound));
        return new(reason, statistics) { Flow = flow, Bound = bound, Potentials = potentials };
    }

    /// <summary>The numbers are too large for exact sums, see <see cref="NetworkSimplexSolver"/>.</summary>
    public static MinCostFlowResult OutOfRange() => new(Termination.OutOfRange, MinCostFlowStatistics.None);

    /// <summary>The same answer with other contents, however wrong: what the tests of the checker feed it.</summary>
    internal MinCostFlowResult Changed(
        CostedFlow? flow, Int128? bound, ImmutableArray<long> potentials, ImmutableArray<bool> inside, ImmutableArray<int> walk) =>
        new(Termination, Statistics) { Flow = flow, Bound = bound, Potentials = potentials, Inside = inside, UnlimitedWalk = walk };

    private static void RequireShape(FlowGraph graph, ImmutableArray<long> arcFlow, int nodeCount)
    {
        var (arcs, nodes) = (graph.ArcCount, ExpandedNodes.Count(graph));
        if (arcFlow.Length != arcs || nodeCount != nodes)
            throw new ArgumentException($"There should be {arcs} arc flows and {nodes} expanded nodes, but there are {arcFlow.Length} and {nodeCount}.", nameof(arcFlow));
    }
}
