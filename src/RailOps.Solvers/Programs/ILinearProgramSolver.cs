namespace RailOps.Solvers.Programs;

/// <summary>
/// Solves linear and mixed-integer programs. RailOps has no such solver of its own: whoever implements this stands outside, counts in
/// floating point, and is never trusted as exact. Round what should be whole, and check it in whole numbers.
/// </summary>
public interface ILinearProgramSolver
{
    /// <summary>Short name of the method, for logs and for callers who choose, e.g. <c>or-tools-glop</c>.</summary>
    string Name { get; }

    /// <summary>Whether it can be used here, and if not, how to add it. Cheap; starts nothing.</summary>
    SolverAvailability Availability { get; }

    /// <summary>Solves from scratch.</summary>
    /// <param name="program">The program; it is not changed.</param>
    /// <param name="options">Limits.</param>
    /// <param name="token">Cancelling gives an answer with <see cref="ProgramTermination.Stopped"/>, not an exception.</param>
    /// <exception cref="SolverUnavailableException"><see cref="Availability"/> says that it cannot be used.</exception>
    /// <exception cref="SolverFailedException">The solver broke down; the next call starts afresh.</exception>
    LinearProgramResult Solve(LinearProgram program, LinearProgramOptions options, CancellationToken token);
}
