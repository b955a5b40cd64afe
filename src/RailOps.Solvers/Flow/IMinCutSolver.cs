using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Flow;

/// <summary>Finds the minimum cut and its value without the arc flows.</summary>
public interface IMinCutSolver
{
    /// <summary>Short name of the method, e.g. <c>pseudoflow</c>.</summary>
    string Name { get; }

    /// <summary>Finds the minimum cut nearest the sources and its value.</summary>
    /// <param name="graph">The graph; it is not changed.</param>
    /// <param name="sources">One node or more, each free to give any amount; its own capacity counts.</param>
    /// <param name="sinks">One node or more, each free to take any amount; none may be a source (<see cref="ArgumentException"/>).</param>
    /// <param name="options">Limits.</param>
    /// <param name="token">Cancelling gives <see cref="Termination.Stopped"/> without a value, not an exception.</param>
    MinCutResult SolveMinCut(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, CancellationToken token);
}
