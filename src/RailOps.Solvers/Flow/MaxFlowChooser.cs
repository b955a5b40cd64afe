using System.Globalization;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Flow;

/// <summary>
/// Chooses a solver for one cold answer, by the measurements in docs/benchmarks/flow.md. For many answers on one graph whose
/// capacities change, use <see cref="MaxFlowSession"/> instead: it starts from the flow it has.
/// </summary>
public static class MaxFlowChooser
{
    /// <summary>
    /// Up to this many arcs Dinic is the fastest of our engines or as fast (docs/benchmarks/flow.md, rail_100 and rail_1k); from the
    /// next larger nets measured on (5,444 arcs and more) pseudoflow is at least 2.4 times faster.
    /// </summary>
    public const int LargestArcCountForDinic = 1000;

    /// <summary>The solver for a flow with its certificate.</summary>
    /// <param name="graph">The graph to be solved.</param>
    public static MaxFlowChoice<IMaxFlowSolver> ForFlow(FlowGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return IsSmall(graph)
            ? new(new DinicMaxFlowSolver(), SmallReason(graph))
            : new(new PseudoflowMinCutSolver(), $"{LargeReason(graph)} its second phase then recovers the flow.");
    }

    /// <summary>The solver for the value and the minimum cut without arc flows.</summary>
    /// <param name="graph">The graph to be solved.</param>
    public static MaxFlowChoice<IMinCutSolver> ForCut(FlowGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return IsSmall(graph)
            ? new(new DinicMaxFlowSolver(), SmallReason(graph))
            : new(new PseudoflowMinCutSolver(), $"{LargeReason(graph)} its first phase is all that a cut needs.");
    }

    private static bool IsSmall(FlowGraph graph) => graph.ArcCount <= LargestArcCountForDinic;

    private static string SmallReason(FlowGraph graph) =>
        $"Dinic: the graph has {Count(graph.ArcCount)} arcs, and up to {Count(LargestArcCountForDinic)} none of our engines was measured to be faster.";

    private static string LargeReason(FlowGraph graph) =>
        $"Pseudoflow: the graph has {Count(graph.ArcCount)} arcs, and above {Count(LargestArcCountForDinic)} it finds the cut fastest;";

    private static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
