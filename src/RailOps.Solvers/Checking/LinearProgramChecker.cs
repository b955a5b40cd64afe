using RailOps.Solvers.Programs;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Looks whether values fit a <see cref="LinearProgram"/> as well as their solver says: bounds, whole variables, rows, objective. In floating
/// point, so it finds gross errors and proves nothing; it accepts with <see cref="ProofKind.None"/>. O(entries).
/// </summary>
public static class LinearProgramChecker
{
    /// <summary>Checks an answer; one without values is accepted as it is.</summary>
    /// <param name="program">The program it was asked about.</param>
    /// <param name="result">The answer.</param>
    public static CheckReport Check(LinearProgram program, LinearProgramResult result)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Objective is not { } objective)
            return CheckReport.Accepted(ProofKind.None);
        if (result.Values.Length != program.VariableCount)
            return CheckReport.Refused($"There should be a value for each of {program.VariableCount} variables, but there are {result.Values.Length}.");
        var problem = VariableProblem(program, result) ?? RowProblem(program, result);
        var real = program.ObjectiveAt(result.Values.AsSpan());
        if (problem is null && !IsClose(real, objective, result.Tolerance.Feasibility))
            problem = $"The values should have the objective {objective:R}, but have {real:R}.";
        return problem is null ? CheckReport.Accepted(ProofKind.None) : CheckReport.Refused(problem);
    }

    private static string? VariableProblem(LinearProgram program, LinearProgramResult result)
    {
        for (var variable = 0; variable < program.VariableCount; variable++)
        {
            var value = result.Values[variable];
            if (!IsWithin(value, program.Lower[variable], program.Upper[variable], result.Tolerance.Feasibility))
                return $"Variable {variable} should be {program.Lower[variable]:R} to {program.Upper[variable]:R}, but is {value:R}.";
            if (program.IsInteger[variable] && double.Abs(value - double.Round(value)) > result.Tolerance.Integrality)
                return $"Variable {variable} should be whole, but is {value:R}.";
        }

        return null;
    }

    private static string? RowProblem(LinearProgram program, LinearProgramResult result)
    {
        for (var row = 0; row < program.RowCount; row++)
        {
            var (sum, scale) = (0.0, 1.0);
            for (var entry = program.RowStart[row]; entry < program.RowStart[row + 1]; entry++)
            {
                var term = program.Coefficients[entry] * result.Values[program.Columns[entry]];
                (sum, scale) = (sum + term, double.Max(scale, double.Abs(term)));
            }

            if (!IsWithin(sum, program.RowLower[row], program.RowUpper[row], result.Tolerance.Feasibility * scale))
                return $"Row {row} should be {program.RowLower[row]:R} to {program.RowUpper[row]:R}, but is {sum:R}.";
        }

        return null;
    }

    private static bool IsWithin(double value, double lower, double upper, double tolerance) =>
        value >= lower - (tolerance * Scale(lower)) && value <= upper + (tolerance * Scale(upper));

    private static bool IsClose(double value, double other, double tolerance) =>
        double.Abs(value - other) <= tolerance * Scale(double.Max(double.Abs(value), double.Abs(other)));

    private static double Scale(double bound) => double.IsFinite(bound) ? double.Max(1, double.Abs(bound)) : 1;
}
