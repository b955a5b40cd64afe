using System.Collections.Immutable;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Results;

/// <summary>
/// Answer to a maximum-flow question. Made only by the factories, so what belongs to a termination is there and nothing else:
/// a certificate exactly with <see cref="Termination.Optimal"/>, a flow with Optimal, TimeLimit and Stopped, a path with Unbounded.
/// </summary>
public sealed class MaxFlowResult
{
    private MaxFlowResult(Termination termination, long value, ImmutableArray<long> arcFlow, SolveStatistics statistics)
    {
        Termination = termination;
        Value = value;
        ArcFlow = arcFlow;
        Statistics = statistics;
    }

    /// <summary>Why the solver stopped.</summary>
    public Termination Termination { get; }

    /// <summary>Flow in flow units: the largest, or the best so far; <see cref="FlowGraph.Unlimited"/> if Unbounded; 0 if OutOfRange.</summary>
    public long Value { get; }

    /// <summary>Flow per arc in flow units, tail to head positive, negative only on edges; empty if Unbounded or OutOfRange.</summary>
    public ImmutableArray<long> ArcFlow { get; }

    /// <summary>The minimum cut nearest the sources, whose capacity equals <see cref="Value"/>; null unless Optimal.</summary>
    public NodeCut? Certificate { get; private init; }

    /// <summary>One entry per node: true if goods reach it, see <see cref="NodeCut"/>; empty unless Optimal.</summary>
    public ImmutableArray<bool> SourceSide => Certificate?.SourceSide ?? [];

    /// <summary>Ids of the arcs and edges of positive capacity in the cut, ascending; empty unless Optimal.</summary>
    public ImmutableArray<int> CutArcs { get; private init; } = [];

    /// <summary>Ids of the nodes whose own capacity is in the cut, ascending; empty unless Optimal.</summary>
    public ImmutableArray<int> CutNodes => Certificate?.CutNodes ?? [];

    /// <summary>True if no other set of arcs and nodes of positive capacity is a minimum cut; false unless Optimal.</summary>
    public bool CutIsUnique { get; private init; }

    /// <summary>Arc ids of a path of unlimited capacity from a source to a sink; empty unless Unbounded.</summary>
    public ImmutableArray<int> UnlimitedPath { get; private init; } = [];

    /// <summary>Work done.</summary>
    public SolveStatistics Statistics { get; }

    /// <summary>A largest flow with the cut that proves it.</summary>
    /// <param name="graph">The graph solved.</param>
    /// <param name="arcFlow">Flow per arc.</param>
    /// <param name="cut">The cut nearest the sources; its capacity is the value.</param>
    /// <param name="cutIsUnique">Whether it is the only minimum cut.</param>
    /// <param name="statistics">Work done.</param>
    public static MaxFlowResult Optimal(
        FlowGraph graph, ImmutableArray<long> arcFlow, NodeCut cut, bool cutIsUnique, SolveStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(cut);
        if (arcFlow.Length != graph.ArcCount || cut.SourceSide.Length != graph.NodeCount)
            throw new ArgumentException($"Flow and cut should have {graph.ArcCount} arcs and {graph.NodeCount} nodes, but have {arcFlow.Length} and {cut.SourceSide.Length}.", nameof(arcFlow));
        return new MaxFlowResult(Termination.Optimal, cut.Capacity, arcFlow, statistics)
        {
            Certificate = cut,
            CutIsUnique = cutIsUnique,
            CutArcs = CutArithmetic.PositiveCutArcs(graph, cut),
        };
    }

    /// <summary>A flow that is feasible but may not be the largest, because a limit stopped the solver.</summary>
    /// <param name="reason">TimeLimit or Stopped, else <see cref="ArgumentException"/>.</param>
    /// <param name="value">Flow reached.</param>
    /// <param name="arcFlow">Flow per arc.</param>
    /// <param name="statistics">Work done.</param>
    public static MaxFlowResult Interrupted(Termination reason, long value, ImmutableArray<long> arcFlow, SolveStatistics statistics)
    {
        if (reason is not (Termination.TimeLimit or Termination.Stopped))
            throw new ArgumentException($"The reason should be TimeLimit or Stopped, but is {reason}.", nameof(reason));
        return new MaxFlowResult(reason, value, arcFlow, statistics);
    }

    /// <summary>There is no largest flow.</summary>
    /// <param name="path">Arcs of unlimited capacity from a source to a sink.</param>
    /// <param name="statistics">Work done.</param>
    public static MaxFlowResult Unbounded(ImmutableArray<int> path, SolveStatistics statistics) =>
        new(Termination.Unbounded, FlowGraph.Unlimited, [], statistics) { UnlimitedPath = path };

    /// <summary>The graph's capacities are too large to add up.</summary>
    /// <param name="graph">The graph refused; within range: <see cref="ArgumentException"/>.</param>
    public static MaxFlowResult OutOfRange(FlowGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.IsInRange)
            throw new ArgumentException($"The total should exceed {FlowGraph.LargestTotal}, but is {graph.FiniteTotal}.", nameof(graph));
        return new MaxFlowResult(Termination.OutOfRange, 0, [], SolveStatistics.None);
    }
}
