using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Flow;

/// <summary>
/// Highest-label pseudoflow (D. S. Hochbaum 2008; B. G. Chandran and D. S. Hochbaum 2009): the minimum cut and its value in a first
/// phase, arc flows in a second one that runs only when they are asked for. See <see cref="PseudoflowEngine"/> for the method.
/// Choose this for one cold answer on a large graph, above all when the cut alone is wanted; <see cref="MaxFlowSession"/> for many
/// answers on one graph. Holds no state; safe to share between threads.
/// </summary>
public sealed class PseudoflowMinCutSolver : IMaxFlowSolver, IMinCutSolver
{
    /// <inheritdoc/>
    public string Name => "pseudoflow";

    /// <inheritdoc/>
    public MaxFlowResult Solve(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, CancellationToken token)
    {
        Require(graph, sources, sinks, options);
        if (!graph.IsInRange)
            return MaxFlowResult.OutOfRange(graph);
        var stop = new StopSignal(options, token);
        var run = new PseudoflowRun(graph, sources, sinks);
        if (run.UnlimitedPath is { } path)
            return MaxFlowResult.Unbounded(path, run.Statistics);
        if (!run.FindCut(stop))
        {
            var flowSoFar = run.RecoverFlow();
            return MaxFlowResult.Interrupted(stop.Reason, run.ValueOfFlow(), flowSoFar, run.Statistics);
        }

        var cut = run.CutNearSource();
        var isUnique = run.CutIsUnique();
        return MaxFlowResult.Optimal(graph, run.RecoverFlow(), cut, isUnique, run.Statistics);
    }

    /// <inheritdoc/>
    public MinCutResult SolveMinCut(
        FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, CancellationToken token)
    {
        Require(graph, sources, sinks, options);
        if (!graph.IsInRange)
            return MinCutResult.OutOfRange();
        var stop = new StopSignal(options, token);
        var run = new PseudoflowRun(graph, sources, sinks);
        if (run.UnlimitedPath is { } path)
            return MinCutResult.Unbounded(path, run.Statistics);
        return run.FindCut(stop)
            ? MinCutResult.Optimal(graph, run.CutNearSource(), run.Statistics)
            : MinCutResult.Interrupted(stop.Reason, run.Statistics);
    }

    private static void Require(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        TerminalCheck.Require(graph, sources, sinks);
    }
}
