using System.Collections.Immutable;

namespace RailOps.Solvers.Programs;

/// <summary>Collects variables and rows and freezes them into a <see cref="LinearProgram"/>. Not thread safe.</summary>
public sealed class LinearProgramBuilder
{
    private readonly List<double> _objective = [];
    private readonly List<double> _lower = [];
    private readonly List<double> _upper = [];
    private readonly List<bool> _isInteger = [];
    private readonly List<double> _rowLower = [];
    private readonly List<double> _rowUpper = [];
    private readonly List<int> _rowStart = [0];
    private readonly List<int> _columns = [];
    private readonly List<double> _coefficients = [];

    /// <summary>True to make the objective largest; false (the default) to make it least.</summary>
    public bool Maximize { get; set; }

    /// <summary>Added to the objective; 0 unless set.</summary>
    public double ObjectiveOffset { get; set; }

    /// <summary>Variables added so far.</summary>
    public int VariableCount => _objective.Count;

    /// <summary>Rows added so far.</summary>
    public int RowCount => _rowLower.Count;

    /// <summary>Adds a variable and returns its index.</summary>
    /// <param name="lower">Least value or negative infinity.</param>
    /// <param name="upper">Largest value or infinity, at least <paramref name="lower"/>.</param>
    /// <param name="objective">Objective coefficient, finite.</param>
    /// <param name="isInteger">True if it must be whole.</param>
    /// <exception cref="ArgumentException">Bounds cross, or a number makes no sense.</exception>
    public int AddVariable(double lower, double upper, double objective, bool isInteger = false)
    {
        RequireBounds(lower, upper, "variable", VariableCount);
        RequireFinite(objective, "objective coefficient");
        _lower.Add(lower);
        _upper.Add(upper);
        _objective.Add(objective);
        _isInteger.Add(isInteger);
        return VariableCount - 1;
    }

    /// <summary>Adds a row and returns its index. Entries of the same variable are added together.</summary>
    /// <param name="lower">Least value or negative infinity.</param>
    /// <param name="upper">Largest value or infinity, at least <paramref name="lower"/>.</param>
    /// <param name="entries">Variables added before, with finite coefficients.</param>
    /// <exception cref="ArgumentException">Bounds cross, a variable is not there, or a number makes no sense.</exception>
    public int AddRow(double lower, double upper, params ReadOnlySpan<(int Variable, double Coefficient)> entries)
    {
        RequireBounds(lower, upper, "row", RowCount);
        var sums = new SortedDictionary<int, double>();
        foreach (var (variable, coefficient) in entries)
        {
            if (variable < 0 || variable >= VariableCount)
                throw new ArgumentException($"Row {RowCount} should name variables 0 to {VariableCount - 1}, but names {variable}.", nameof(entries));
            RequireFinite(coefficient, $"coefficient of variable {variable}");
            sums[variable] = sums.GetValueOrDefault(variable) + coefficient;
        }

        foreach (var (variable, coefficient) in sums)
        {
            _columns.Add(variable);
            _coefficients.Add(coefficient);
        }

        _rowLower.Add(lower);
        _rowUpper.Add(upper);
        _rowStart.Add(_columns.Count);
        return RowCount - 1;
    }

    /// <summary>Freezes what was added; the builder may go on adding. O(entries).</summary>
    public LinearProgram Build() => new()
    {
        Maximize = Maximize,
        ObjectiveOffset = ObjectiveOffset,
        Objective = [.. _objective],
        Lower = [.. _lower],
        Upper = [.. _upper],
        IsInteger = [.. _isInteger],
        RowLower = [.. _rowLower],
        RowUpper = [.. _rowUpper],
        RowStart = [.. _rowStart],
        Columns = [.. _columns],
        Coefficients = [.. _coefficients],
    };

    private static void RequireBounds(double lower, double upper, string what, int index)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper) || lower > upper || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            throw new ArgumentException($"The bounds of {what} {index} should be least and largest value, but are {lower:R} and {upper:R}.", nameof(lower));
    }

    private static void RequireFinite(double number, string what)
    {
        if (!double.IsFinite(number))
            throw new ArgumentException($"The {what} should be a finite number, but is {number:R}.", nameof(number));
    }
}
