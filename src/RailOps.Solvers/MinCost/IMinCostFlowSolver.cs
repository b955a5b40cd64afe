using RailOps.Solvers.Results;

namespace RailOps.Solvers.MinCost;

/// <summary>Finds the cheapest flow that a problem allows, with the node potentials that prove it, or the proof that there is none.</summary>
public interface IMinCostFlowSolver
{
    /// <summary>Short name of the method, for logs and for callers who choose, e.g. <c>network-simplex</c>.</summary>
    string Name { get; }

    /// <summary>Solves from scratch.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits.</param>
    /// <param name="token">Cancelling gives the best flow found so far, if any, with <see cref="Termination.Stopped"/>, not an exception.</param>
    MinCostFlowResult Solve(MinCostFlowProblem problem, SolveOptions options, CancellationToken token);
}
