using System.Collections.Immutable;

namespace RailOps.Solvers.Programs;

/// <summary>
/// Answer of a solver of programs, in floating point. Made only by the factories: values and objective exactly with Optimal and Feasible.
/// </summary>
public sealed class LinearProgramResult
{
    private LinearProgramResult(ProgramTermination termination, string solver, ProgramTolerance tolerance)
    {
        (Termination, Solver, Tolerance) = (termination, solver, tolerance);
    }

    /// <summary>Why the solver stopped.</summary>
    public ProgramTermination Termination { get; }

    /// <summary>Name of the solver that answered.</summary>
    public string Solver { get; }

    /// <summary>How far the numbers may be off.</summary>
    public ProgramTolerance Tolerance { get; }

    /// <summary>Value per variable; empty unless Optimal or Feasible.</summary>
    public ImmutableArray<double> Values { get; private init; } = [];

    /// <summary>Objective at <see cref="Values"/>; null unless Optimal or Feasible.</summary>
    public double? Objective { get; private init; }

    /// <summary>
    /// What no values can do better than, offset included, up to <see cref="ProgramTolerance.OfObjective"/>; null if the solver states none.
    /// </summary>
    public double? BestBound { get; private init; }

    /// <summary>Dual value per row of a linear program; empty for mixed-integer programs and where the solver gives none.</summary>
    public ImmutableArray<double> RowDuals { get; private init; } = [];

    /// <summary>Reduced cost per variable of a linear program; empty as <see cref="RowDuals"/>.</summary>
    public ImmutableArray<double> ReducedCosts { get; private init; } = [];

    /// <summary>Values that the solver calls best or at least feasible.</summary>
    /// <param name="termination">Optimal or Feasible, else <see cref="ArgumentException"/>.</param>
    /// <param name="solver">Name of the solver.</param>
    /// <param name="tolerance">How far the numbers may be off.</param>
    /// <param name="values">Value per variable.</param>
    /// <param name="objective">Objective at the values.</param>
    /// <param name="bestBound">Bound, or null.</param>
    /// <param name="rowDuals">Dual value per row, or empty.</param>
    /// <param name="reducedCosts">Reduced cost per variable, or empty.</param>
    public static LinearProgramResult Solved(
        ProgramTermination termination,
        string solver,
        ProgramTolerance tolerance,
        ImmutableArray<double> values,
        double objective,
        double? bestBound,
        ImmutableArray<double> rowDuals,
        ImmutableArray<double> reducedCosts)
    {
        if (termination is not (ProgramTermination.Optimal or ProgramTermination.Feasible))
            throw new ArgumentException($"Values should come with Optimal or Feasible, but came with {termination}.", nameof(termination));
        return new LinearProgramResult(termination, solver, tolerance)
        {
            Values = values,
            Objective = objective,
            BestBound = bestBound,
            RowDuals = rowDuals,
            ReducedCosts = reducedCosts,
        };
    }

    /// <summary>An answer without values.</summary>
    /// <param name="termination">Infeasible, Unbounded, TimeLimit or Stopped, else <see cref="ArgumentException"/>.</param>
    /// <param name="solver">Name of the solver.</param>
    /// <param name="tolerance">How far the solver's judgement may be off.</param>
    public static LinearProgramResult WithoutValues(ProgramTermination termination, string solver, ProgramTolerance tolerance)
    {
        if (termination is ProgramTermination.Unspecified or ProgramTermination.Optimal or ProgramTermination.Feasible)
            throw new ArgumentException($"{termination} should come with values.", nameof(termination));
        return new LinearProgramResult(termination, solver, tolerance);
    }
}
