using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Flow;

/// <summary>
/// Dinic's maximum flow (E. A. Dinic 1970), one solve at a time; see <see cref="MaxFlowSession"/>, which does the work. Choose
/// this for a single answer and the session for many answers on one graph. Holds no state; safe to share between threads.
/// </summary>
public sealed class DinicMaxFlowSolver : IMaxFlowSolver, IMinCutSolver
{
    /// <inheritdoc cref="IMaxFlowSolver.Name"/>
    public string Name => "dinic";

    /// <inheritdoc/>
    public MaxFlowResult Solve(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        TerminalCheck.Require(graph, sources, sinks);
        if (!graph.IsInRange)
            return MaxFlowResult.OutOfRange(graph);

        var stop = new StopSignal(options, token);
        var session = new MaxFlowSession(graph, sources, sinks);
        session.Augment(stop);
        var statistics = new SolveStatistics(session.AugmentationCount, session.SolveCount, SearchNodeCount: 0) { ArcScanCount = session.ArcScanCount };
        if (session.IsUnbounded)
            return MaxFlowResult.Unbounded([.. session.UnlimitedPath], statistics);
        var arcFlow = ReadFlow(session);
        return session.IsMaximal
            ? MaxFlowResult.Optimal(graph, arcFlow, session.MinimalSourceCut(), session.CutIsUnique, statistics)
            : MaxFlowResult.Interrupted(stop.Reason, session.Value, arcFlow, statistics);
    }

    /// <inheritdoc/>
    public MinCutResult SolveMinCut(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, CancellationToken token)
    {
        var result = Solve(graph, sources, sinks, options, token);
        return result.Termination switch
        {
            Termination.Optimal => MinCutResult.Optimal(graph, result.Certificate!, result.Statistics),
            Termination.Unbounded => MinCutResult.Unbounded(result.UnlimitedPath, result.Statistics),
            Termination.OutOfRange => MinCutResult.OutOfRange(),
            _ => MinCutResult.Interrupted(result.Termination, result.Statistics),
        };
    }

    private static ImmutableArray<long> ReadFlow(MaxFlowSession session)
    {
        var flow = ImmutableArray.CreateBuilder<long>(session.Graph.ArcCount);
        for (var arc = 0; arc < session.Graph.ArcCount; arc++)
            flow.Add(session.NetFlow(arc));
        return flow.MoveToImmutable();
    }
}
