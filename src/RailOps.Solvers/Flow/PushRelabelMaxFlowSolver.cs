using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Flow;

/// <summary>
/// Highest-label push-relabel (A. V. Goldberg and R. E. Tarjan 1988) in two phases; see <see cref="PushRelabelEngine"/> for the
/// method. Choose this as a second opinion: its first phase shares nothing with the other engines. Holds no state; safe to share
/// between threads.
/// </summary>
public sealed class PushRelabelMaxFlowSolver : IMaxFlowSolver, IMinCutSolver
{
    /// <inheritdoc cref="IMaxFlowSolver.Name"/>
    public string Name => "push-relabel";

    /// <inheritdoc/>
    public MaxFlowResult Solve(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, CancellationToken token) =>
        TwoPhaseRun.MaxFlow(graph, sources, sinks, options, MakeEngine, token);

    /// <inheritdoc/>
    public MinCutResult SolveMinCut(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, CancellationToken token) =>
        TwoPhaseRun.MinCut(graph, sources, sinks, options, MakeEngine, token);

    private static PushRelabelEngine MakeEngine(ResidualNetwork network, TerminalClosure source, TerminalClosure sink) =>
        new(network, source, sink);
}
