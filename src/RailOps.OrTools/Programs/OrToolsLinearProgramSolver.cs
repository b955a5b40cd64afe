using System.Collections.Immutable;
using RailOps.OrTools.Hosts;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Programs;

namespace RailOps.OrTools.Programs;

/// <summary>
/// Linear and mixed-integer programs by OR-Tools' linear solver wrapper: GLOP (primal and dual simplex) for linear programs, SCIP (branch and
/// cut) for those with whole variables, unless told otherwise. Floating point; every answer passes <see cref="LinearProgramChecker"/>. Thread safe.
/// </summary>
/// <param name="host">Where OR-Tools runs.</param>
/// <param name="forLinear">Solver of programs without whole variables.</param>
/// <param name="forInteger">Solver of programs with whole variables.</param>
public sealed class OrToolsLinearProgramSolver(
    IOrToolsHost host, ProgramBackend forLinear = ProgramBackend.Glop, ProgramBackend forInteger = ProgramBackend.Scip) : ILinearProgramSolver
{
    /// <summary>
    /// What is stated for every answer. The solvers' own default tolerances are 1e-6 or 1e-7; they hold after scaling and presolve, so that the
    /// original program may be missed by more.
    /// </summary>
    public static ProgramTolerance Tolerance { get; } = new(Feasibility: 1e-6, Integrality: 1e-5, RelativeGap: 1e-6);

    /// <inheritdoc/>
    public string Name => "or-tools-programs";

    /// <inheritdoc/>
    public SolverAvailability Availability => host.Availability;

    /// <inheritdoc/>
    public LinearProgramResult Solve(LinearProgram program, LinearProgramOptions options, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(options);
        var backend = program.HasIntegers ? forInteger : forLinear;
        var name = $"or-tools-{backend.ToString().ToLowerInvariant()}";
        if (token.IsCancellationRequested)
            return LinearProgramResult.WithoutValues(ProgramTermination.Stopped, name, Tolerance);
        if (options.TimeLimit <= TimeSpan.Zero)
            return LinearProgramResult.WithoutValues(ProgramTermination.TimeLimit, name, Tolerance);
        try
        {
            return Understand(program, host.SolveProgram(program, backend, options.TimeLimit, token), name, backend);
        }
        catch (OperationCanceledException)
        {
            return LinearProgramResult.WithoutValues(ProgramTermination.Stopped, name, Tolerance);
        }
        catch (TimeoutException)
        {
            return LinearProgramResult.WithoutValues(ProgramTermination.TimeLimit, name, Tolerance);
        }
    }

    private static LinearProgramResult Understand(LinearProgram program, ProgramReply reply, string name, ProgramBackend backend)
    {
        var termination = reply.Status switch
        {
            ProgramStatus.Optimal => ProgramTermination.Optimal,
            ProgramStatus.Feasible => ProgramTermination.Feasible,
            ProgramStatus.Infeasible => ProgramTermination.Infeasible,
            ProgramStatus.Unbounded => ProgramTermination.Unbounded,
            ProgramStatus.NotSolved => ProgramTermination.TimeLimit,
            _ => throw new SolverFailedException($"{name} could not solve the program: {reply.Status} {reply.Message}".TrimEnd()),
        };
        if (termination is not (ProgramTermination.Optimal or ProgramTermination.Feasible))
            return LinearProgramResult.WithoutValues(termination, name, Tolerance);
        // Solvers of linear programs leave the field of the bound as it is.
        var bound = backend is ProgramBackend.Scip or ProgramBackend.Cbc ? reply.BestBound
            : termination == ProgramTermination.Optimal ? reply.Objective : (double?)null;
        var result = LinearProgramResult.Solved(
            termination, name, Tolerance, reply.Values, reply.Objective, bound, Fitting(reply.RowDuals, program.RowCount), Fitting(reply.ReducedCosts, program.VariableCount));
        var report = LinearProgramChecker.Check(program, result);
        return report.IsAccepted ? result : throw new SolverFailedException($"{name} gave values that do not fit: {report.Problem}");
    }

    private static ImmutableArray<double> Fitting(ImmutableArray<double> values, int count) => values.Length == count ? values : [];
}
