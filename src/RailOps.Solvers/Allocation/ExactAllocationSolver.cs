using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary><see cref="AllocationSolver"/> behind the port: exact, with certificates. Thread safe.</summary>
public sealed class ExactAllocationSolver : IAllocationSolver
{
    /// <inheritdoc/>
    public string Name => "Dinic maximum flow";

    /// <inheritdoc/>
    public bool GivesCertificates => true;

    /// <inheritdoc/>
    public AllocationResult Solve(AllocationProblem problem, AllocationPolicy policy, SolveOptions options, CancellationToken token) =>
        AllocationSolver.Solve(problem, policy, options, token);
}
