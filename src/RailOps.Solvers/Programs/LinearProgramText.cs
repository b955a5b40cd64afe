using System.Globalization;

namespace RailOps.Solvers.Programs;

/// <summary>
/// Writes a <see cref="LinearProgram"/> for other solvers: free MPS (IBM, Mathematical Programming System; RANGES and a constant of the objective are
/// avoided, since readers differ on them: the constant is a variable named "one", fixed at 1) and CPLEX LP. Variables are named x0, x1, ..., rows r0, r1, ...; a row with two different bounds is
/// written twice, as r0 and r0_upper. Numbers are written so that reading them gives the same number again.
/// <para>MPS has no largest: an objective to be made largest is written with its signs turned, to be made least. LP says what is meant.</para>
/// </summary>
public static class LinearProgramText
{
    /// <summary>Writes free MPS.</summary>
    /// <param name="program">The program.</param>
    /// <param name="writer">Gets the text.</param>
    /// <param name="comments">Lines for people at the beginning; null: none.</param>
    public static void WriteMps(LinearProgram program, TextWriter writer, IEnumerable<string>? comments = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(writer);
        WriteComments(writer, "* ", comments);
        var rows = RowsOf(program);
        writer.Write("NAME railops\nROWS\n N objective\n");
        foreach (var row in rows)
            writer.Write($" {row.Sense} {row.Name}\n");
        writer.Write("COLUMNS\n");
        WriteMpsColumns(program, rows, writer);
        if (program.ObjectiveOffset != 0)
            writer.Write($" one objective {Text(program.Maximize ? -program.ObjectiveOffset : program.ObjectiveOffset)}\n");
        writer.Write("RHS\n");
        foreach (var row in rows.Where(row => row.Side != 0))
            writer.Write($" RHS {row.Name} {Text(row.Side)}\n");
        writer.Write("BOUNDS\n");
        for (var variable = 0; variable < program.VariableCount; variable++)
            WriteMpsBounds(program.Lower[variable], program.Upper[variable], variable, writer);
        if (program.ObjectiveOffset != 0)
            writer.Write(" FX bounds one 1\n");
        writer.Write("ENDATA\n");
    }

    /// <summary>Writes CPLEX LP.</summary>
    /// <param name="program">The program.</param>
    /// <param name="writer">Gets the text.</param>
    /// <param name="comments">Lines for people at the beginning; null: none.</param>
    /// <exception cref="ArgumentException">There is no variable; the format cannot say that.</exception>
    public static void WriteLp(LinearProgram program, TextWriter writer, IEnumerable<string>? comments = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(writer);
        if (program.VariableCount == 0)
            throw new ArgumentException("There should be a variable to write as LP, but there is none.", nameof(program));
        WriteComments(writer, "\\ ", comments);
        writer.Write(program.Maximize ? "Maximize\n objective:" : "Minimize\n objective:");
        for (var variable = 0; variable < program.VariableCount; variable++)
            writer.Write($"\n  {Term(program.Objective[variable], variable)}");
        if (program.ObjectiveOffset != 0)
            writer.Write($"\n  {Signed(program.ObjectiveOffset)} one");
        writer.Write("\nSubject To\n");
        if (program.ObjectiveOffset != 0)
            writer.Write(" offset: one = 1\n");
        foreach (var row in RowsOf(program))
            WriteLpRow(program, row, writer);
        writer.Write("Bounds\n");
        for (var variable = 0; variable < program.VariableCount; variable++)
            writer.Write($" {Bound(program.Lower[variable])} <= x{variable} <= {Bound(program.Upper[variable])}\n");
        if (program.HasIntegers)
            writer.Write("Generals\n");
        for (var variable = 0; variable < program.VariableCount; variable++)
            writer.Write(program.IsInteger[variable] ? $" x{variable}\n" : "");
        writer.Write("End\n");
    }

    private static void WriteComments(TextWriter writer, string mark, IEnumerable<string>? comments)
    {
        foreach (var comment in comments ?? [])
            writer.Write($"{mark}{comment.ReplaceLineEndings(" ")}\n");
    }

    /// <summary>Rows with one bound each. A row without bounds limits nothing and is left out.</summary>
    private static List<(string Name, int Index, char Sense, double Side)> RowsOf(LinearProgram program)
    {
        var rows = new List<(string, int, char, double)>();
        for (var row = 0; row < program.RowCount; row++)
        {
            var (lower, upper) = (program.RowLower[row], program.RowUpper[row]);
            var isBoth = double.IsFinite(lower) && double.IsFinite(upper) && lower != upper;
            if (lower == upper)
                rows.Add(($"r{row}", row, 'E', lower));
            else if (double.IsFinite(lower))
                rows.Add(($"r{row}", row, 'G', lower));
            if (lower != upper && double.IsFinite(upper))
                rows.Add((isBoth ? $"r{row}_upper" : $"r{row}", row, 'L', upper));
        }

        return rows;
    }

    private static void WriteMpsColumns(LinearProgram program, List<(string Name, int Index, char Sense, double Side)> rows, TextWriter writer)
    {
        var entries = Enumerable.Range(0, program.VariableCount).Select(_ => new List<(string Row, double Coefficient)>()).ToArray();
        foreach (var row in rows)
        {
            for (var entry = program.RowStart[row.Index]; entry < program.RowStart[row.Index + 1]; entry++)
                entries[program.Columns[entry]].Add((row.Name, program.Coefficients[entry]));
        }

        var isInteger = false;
        for (var variable = 0; variable < program.VariableCount; variable++)
        {
            if (program.IsInteger[variable] != isInteger)
                writer.Write($" MARKER{variable} 'MARKER' {(isInteger ? "'INTEND'" : "'INTORG'")}\n");
            isInteger = program.IsInteger[variable];
            writer.Write($" x{variable} objective {Text(program.Maximize ? -program.Objective[variable] : program.Objective[variable])}\n");
            foreach (var (row, coefficient) in entries[variable])
                writer.Write($" x{variable} {row} {Text(coefficient)}\n");
        }

        if (isInteger)
            writer.Write($" MARKER{program.VariableCount} 'MARKER' 'INTEND'\n");
    }

    private static void WriteMpsBounds(double lower, double upper, int variable, TextWriter writer)
    {
        if (lower == upper)
        {
            writer.Write($" FX bounds x{variable} {Text(lower)}\n");
            return;
        }

        writer.Write(double.IsFinite(lower) ? $" LO bounds x{variable} {Text(lower)}\n" : $" MI bounds x{variable}\n");
        writer.Write(double.IsFinite(upper) ? $" UP bounds x{variable} {Text(upper)}\n" : $" PL bounds x{variable}\n");
    }

    private static void WriteLpRow(LinearProgram program, (string Name, int Index, char Sense, double Side) row, TextWriter writer)
    {
        writer.Write($" {row.Name}:");
        for (var entry = program.RowStart[row.Index]; entry < program.RowStart[row.Index + 1]; entry++)
            writer.Write($"\n  {Term(program.Coefficients[entry], program.Columns[entry])}");
        if (program.RowStart[row.Index] == program.RowStart[row.Index + 1])
            writer.Write(" 0 x0");
        var sense = row.Sense switch { 'E' => "=", 'G' => ">=", _ => "<=" };
        writer.Write($" {sense} {Text(row.Side)}\n");
    }

    private static string Term(double coefficient, int variable) => $"{Signed(coefficient)} x{variable}";

    private static string Signed(double number) => number < 0 ? $"- {Text(-number)}" : $"+ {Text(number)}";

    private static string Bound(double bound) => double.IsFinite(bound) ? Text(bound) : bound > 0 ? "+inf" : "-inf";

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
