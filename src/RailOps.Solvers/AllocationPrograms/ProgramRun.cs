using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.AllocationPrograms;

/// <summary>Solves one program after the other within one time limit.</summary>
internal sealed class ProgramRun(ILinearProgramSolver programs, SolveOptions options, CancellationToken token)
{
    private readonly long _start = options.TimeProvider.GetTimestamp();

    /// <summary>Why <see cref="Solve"/> gave nothing: TimeLimit or Stopped.</summary>
    public Termination StopReason { get; private set; } = Termination.TimeLimit;

    /// <summary>Best values; null if stopped.</summary>
    /// <exception cref="SolverFailedException">It is said to have no values, though sending nothing is always allowed.</exception>
    public LinearProgramResult? Solve(LinearProgram program)
    {
        var left = options.TimeLimit - options.TimeProvider.GetElapsedTime(_start);
        var solved = programs.Solve(program, new LinearProgramOptions { TimeLimit = left < TimeSpan.Zero ? TimeSpan.Zero : left }, token);
        switch (solved.Termination)
        {
            case ProgramTermination.Optimal:
                return solved;
            case ProgramTermination.Infeasible or ProgramTermination.Unbounded:
                throw new SolverFailedException($"{solved.Solver} calls a program {solved.Termination} that has values within limits.");
            default:
                StopReason = solved.Termination == ProgramTermination.Stopped ? Termination.Stopped : Termination.TimeLimit;
                return null;
        }
    }
}
