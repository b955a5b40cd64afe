using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Flow;

/// <summary>Finds the largest flow from sources to sinks, with the cut that proves it.</summary>
public interface IMaxFlowSolver
{
    /// <summary>Short name of the method, for logs and for callers who choose, e.g. <c>dinic</c>.</summary>
    string Name { get; }

    /// <summary>Solves from scratch.</summary>
    /// <param name="graph">The graph; it is not changed.</param>
    /// <param name="sources">One node or more, each free to give any amount; its own capacity counts.</param>
    /// <param name="sinks">One node or more, each free to take any amount; none may be a source (<see cref="ArgumentException"/>).</param>
    /// <param name="options">Limits.</param>
    /// <param name="token">Cancelling gives the flow found so far with <see cref="Termination.Stopped"/>, not an exception.</param>
    MaxFlowResult Solve(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, CancellationToken token);
}
