using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary>Shares what a net carries among demanders who want whole units.</summary>
public interface IAllocationSolver
{
    /// <summary>Short name of the method, for logs and for callers who choose.</summary>
    string Name { get; }

    /// <summary>True: answers that are not stopped carry a certificate.</summary>
    bool GivesCertificates { get; }

    /// <summary>Solves from scratch.</summary>
    /// <param name="problem">The question.</param>
    /// <param name="policy">What best means.</param>
    /// <param name="options">Limits.</param>
    /// <param name="token">Cancelling gives the best feasible allocation so far with <see cref="Termination.Stopped"/>, not an exception.</param>
    AllocationResult Solve(AllocationProblem problem, AllocationPolicy policy, SolveOptions options, CancellationToken token);
}
