using RailOps.Solvers.Checking;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;

namespace RailOps.OrTools.Interdiction;

/// <summary>
/// Problem: choose attacks within the budgets so that the maximum flow left is least.
/// <para>Method and source: Wood's mixed-integer program (1993), see <see cref="WoodProgram"/>, solved by whoever solves such programs.</para>
/// <para>
/// Numbers: the program is solved in floating point. The attacks it chooses are rounded, evaluated in whole numbers by our own flow, and shown
/// with a cut that <see cref="InterdictionChecker"/> accepts; that nothing leaves less is believed only up to the tolerance that is taken off
/// the bound, so the answer is <see cref="Termination.WithinTolerance"/>, never Optimal.
/// </para>
/// <para>
/// Does not do: next-best plans, proofs. If no plan breaks all unlimited paths the program has no solution, which is believed too: the answer
/// is then the plan without attacks and the bound 0. Choose this as a second opinion from outside. Thread safe if the solver of programs is.
/// </para>
/// </summary>
/// <param name="programs">Solves mixed-integer programs.</param>
public sealed class WoodInterdictionSolver(ILinearProgramSolver programs) : IInterdictionSolver
{
    /// <inheritdoc/>
    public string Name => "wood-mip";

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">More than one plan is asked for.</exception>
    /// <exception cref="SolverUnavailableException">The solver of programs cannot be asked.</exception>
    /// <exception cref="SolverFailedException">The solver of programs broke down, or its bound contradicts its plan.</exception>
    public InterdictionResult Solve(
        InterdictionProblem problem, InterdictionOptions options, IProgress<InterdictionProgress>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Count != 1)
            throw new NotSupportedException($"The solver {Name} finds one plan, but {options.Count} were asked for.\nMaybe ask the lagrangian solver.");
        if (!problem.Graph.IsInRange)
            return InterdictionResult.OutOfRange(problem);
        var flow = new PlanFlow(problem);
        var before = flow.Value();
        if (before == 0)
            return InterdictionResult.WithinTolerance(flow.Plan([]), 0, before, StatisticsOf(flow));
        var program = new WoodProgram(problem, before);
        var solved = programs.Solve(program.Program, new LinearProgramOptions { TimeLimit = options.Limits.TimeLimit }, token);
        return Read(problem, program, solved, flow, before);
    }

    private static InterdictionResult Read(
        InterdictionProblem problem, WoodProgram program, LinearProgramResult solved, PlanFlow flow, long before)
    {
        var plan = flow.Plan(solved.Objective is null ? [] : program.ReadAttacks(solved.Values));
        var bound = BoundOf(program, solved);
        if (bound > plan.Value)
            throw new SolverFailedException($"{solved.Solver} says that every plan leaves {bound} flow units or more, but its own leaves {plan.Value}.");
        var result = solved.Termination switch
        {
            ProgramTermination.TimeLimit or ProgramTermination.Feasible => InterdictionResult.Interrupted(Termination.TimeLimit, plan, bound, before, StatisticsOf(flow)),
            ProgramTermination.Stopped => InterdictionResult.Interrupted(Termination.Stopped, plan, bound, before, StatisticsOf(flow)),
            ProgramTermination.Infeasible when before != FlowGraph.Unlimited =>
                throw new SolverFailedException($"{solved.Solver} finds no cut, though {before} flow units are the most that can pass."),
            ProgramTermination.Unbounded => throw new SolverFailedException($"{solved.Solver} calls a program unbounded whose objective is 0 or more."),
            _ => InterdictionResult.WithinTolerance(plan, bound, before, StatisticsOf(flow)),
        };
        var report = InterdictionChecker.Check(problem, result);
        return report.IsAccepted ? result : throw new SolverFailedException($"The plan read from {solved.Solver} is none: {report.Problem}");
    }

    /// <summary>The bound less the tolerance, in flow units rounded up, since what is left is whole; 0 if none is stated.</summary>
    private static long BoundOf(WoodProgram program, LinearProgramResult solved)
    {
        if (solved.BestBound is not { } bound || !double.IsFinite(bound))
            return 0;
        var safe = (bound - solved.Tolerance.OfObjective(bound)) * program.Scale;
        return safe <= 0 ? 0 : (long)double.Ceiling(safe);
    }

    private static SolveStatistics StatisticsOf(PlanFlow flow) => SolveStatistics.None with { SolveCount = flow.SolveCount };
}
