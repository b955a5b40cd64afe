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
    /// <inheritdoc cref="IMaxFlowSolver.Name"/>
    public string Name => "pseudoflow";

    /// <inheritdoc/>
    public MaxFlowResult Solve(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, CancellationToken token) =>
        TwoPhaseRun.MaxFlow(graph, sources, sinks, options, MakeEngine, token);

    /// <inheritdoc/>
    public MinCutResult SolveMinCut(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, CancellationToken token) =>
        TwoPhaseRun.MinCut(graph, sources, sinks, options, MakeEngine, token);

    private static PseudoflowEngine MakeEngine(ResidualNetwork network, TerminalClosure source, TerminalClosure sink) =>
        new(network, source, sink);
}
