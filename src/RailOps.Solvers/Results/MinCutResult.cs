using System.Collections.Immutable;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Results;

/// <summary>
/// Answer to a question for the minimum cut alone, without the flow. The cut can be added up by anybody, which proves that no more
/// can flow; that as much can flow is proved only by a flow (<see cref="MaxFlowResult"/>).
/// </summary>
public sealed class MinCutResult
{
    private MinCutResult(Termination termination, SolveStatistics statistics)
    {
        Termination = termination;
        Statistics = statistics;
    }

    /// <summary>Why the solver stopped. <see cref="Termination.Optimal"/> here: by the method, not by a certificate.</summary>
    public Termination Termination { get; }

    /// <summary>The largest flow in flow units; <see cref="FlowGraph.Unlimited"/> if Unbounded; null if not found.</summary>
    public long? Value { get; private init; }

    /// <summary>The minimum cut nearest the sources; null unless Optimal.</summary>
    public NodeCut? Cut { get; private init; }

    /// <summary>Ids of the arcs and edges of positive capacity in the cut, ascending; empty unless Optimal.</summary>
    public ImmutableArray<int> CutArcs { get; private init; } = [];

    /// <summary>Ids of the nodes whose own capacity is in the cut, ascending; empty unless Optimal.</summary>
    public ImmutableArray<int> CutNodes => Cut?.CutNodes ?? [];

    /// <summary>Arc ids of a path of unlimited capacity from a source to a sink; empty unless Unbounded.</summary>
    public ImmutableArray<int> UnlimitedPath { get; private init; } = [];

    /// <summary>Work done.</summary>
    public SolveStatistics Statistics { get; }

    internal static MinCutResult Optimal(FlowGraph graph, NodeCut cut, SolveStatistics statistics) =>
        new(Termination.Optimal, statistics) { Value = cut.Capacity, Cut = cut, CutArcs = CutArithmetic.PositiveCutArcs(graph, cut) };

    internal static MinCutResult Interrupted(Termination reason, SolveStatistics statistics) => new(reason, statistics);

    internal static MinCutResult Unbounded(ImmutableArray<int> path, SolveStatistics statistics) =>
        new(Termination.Unbounded, statistics) { Value = FlowGraph.Unlimited, UnlimitedPath = path };

    internal static MinCutResult OutOfRange() => new(Termination.OutOfRange, SolveStatistics.None);
}
