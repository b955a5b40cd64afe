using System.Collections.Immutable;

namespace RailOps.Solvers.Programs;

/// <summary>
/// A linear or mixed-integer program: make an objective least (or largest) over variables with bounds, some of them whole, under rows with
/// bounds. Rows are sparse: entries <see cref="RowStart"/>[r] to <see cref="RowStart"/>[r + 1] - 1 of <see cref="Columns"/> and
/// <see cref="Coefficients"/> belong to row r, each column once. No limit is an infinity. Made by <see cref="LinearProgramBuilder"/>; immutable.
/// </summary>
public sealed class LinearProgram
{
    internal LinearProgram()
    {
    }

    /// <summary>True to make the objective largest, false to make it least.</summary>
    public required bool Maximize { get; init; }

    /// <summary>Added to the objective.</summary>
    public required double ObjectiveOffset { get; init; }

    /// <summary>Number of variables.</summary>
    public int VariableCount => Objective.Length;

    /// <summary>Number of rows.</summary>
    public int RowCount => RowLower.Length;

    /// <summary>Objective coefficient per variable.</summary>
    public required ImmutableArray<double> Objective { get; init; }

    /// <summary>Least value per variable, or negative infinity.</summary>
    public required ImmutableArray<double> Lower { get; init; }

    /// <summary>Largest value per variable, or infinity.</summary>
    public required ImmutableArray<double> Upper { get; init; }

    /// <summary>True per variable that must be whole.</summary>
    public required ImmutableArray<bool> IsInteger { get; init; }

    /// <summary>Least value per row, or negative infinity.</summary>
    public required ImmutableArray<double> RowLower { get; init; }

    /// <summary>Largest value per row, or infinity.</summary>
    public required ImmutableArray<double> RowUpper { get; init; }

    /// <summary>First entry per row, and one past the last.</summary>
    public required ImmutableArray<int> RowStart { get; init; }

    /// <summary>Variable per entry.</summary>
    public required ImmutableArray<int> Columns { get; init; }

    /// <summary>Coefficient per entry, finite.</summary>
    public required ImmutableArray<double> Coefficients { get; init; }

    /// <summary>True if some variable must be whole.</summary>
    public bool HasIntegers => IsInteger.Contains(value: true);

    /// <summary>Objective at given values.</summary>
    /// <param name="values">One per variable.</param>
    public double ObjectiveAt(ReadOnlySpan<double> values)
    {
        var sum = ObjectiveOffset;
        for (var variable = 0; variable < VariableCount; variable++)
            sum += Objective[variable] * values[variable];
        return sum;
    }
}
