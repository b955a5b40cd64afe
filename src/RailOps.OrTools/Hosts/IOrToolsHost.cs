using RailOps.Solvers.Programs;

namespace RailOps.OrTools.Hosts;

/// <summary>
/// Where OR-Tools runs. The solvers of this room say what they want in OR-Tools' own terms and do not know where it is answered. Thread safe.
/// </summary>
public interface IOrToolsHost : IDisposable
{
    /// <summary>Whether it can be asked, what version it is, and if not, how to add it. Cheap; starts nothing.</summary>
    SolverAvailability Availability { get; }

    /// <summary>Up to here whole numbers pass unchanged: 2^53 where they travel as floating point, 2^62 where they do not.</summary>
    long LargestExactInteger { get; }

    /// <summary>OR-Tools' SimpleMaxFlow: flow per arc.</summary>
    /// <param name="request">The net; all numbers at most <see cref="LargestExactInteger"/>.</param>
    /// <param name="limit">Time allowed; null for none.</param>
    /// <param name="token">Stops.</param>
    /// <exception cref="SolverUnavailableException">It cannot be asked.</exception>
    /// <exception cref="SolverFailedException">It broke down or refused.</exception>
    /// <exception cref="TimeoutException">The time is up.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    long[] SolveMaxFlow(MaxFlowRequest request, TimeSpan? limit, CancellationToken token);

    /// <summary>OR-Tools' SimpleMinCostFlow: the cheapest flow that meets all supplies.</summary>
    /// <param name="request">The net; all numbers at most <see cref="LargestExactInteger"/>.</param>
    /// <param name="limit">Time allowed; null for none.</param>
    /// <param name="token">Stops.</param>
    /// <exception cref="SolverUnavailableException">It cannot be asked.</exception>
    /// <exception cref="SolverFailedException">It broke down.</exception>
    /// <exception cref="TimeoutException">The time is up.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    MinCostFlowReply SolveMinCostFlow(MinCostFlowRequest request, TimeSpan? limit, CancellationToken token);

    /// <summary>OR-Tools' linear solver wrapper.</summary>
    /// <param name="program">The program.</param>
    /// <param name="backend">Which solver behind the wrapper.</param>
    /// <param name="limit">Time allowed, told to the solver too; null for none.</param>
    /// <param name="token">Stops.</param>
    /// <exception cref="SolverUnavailableException">It cannot be asked.</exception>
    /// <exception cref="SolverFailedException">It broke down or refused.</exception>
    /// <exception cref="TimeoutException">The time is up, and the solver had not stopped by itself.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ProgramReply SolveProgram(LinearProgram program, ProgramBackend backend, TimeSpan? limit, CancellationToken token);
}
