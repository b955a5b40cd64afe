using System.Globalization;

namespace RailOps.Benchmarks.Interdiction;

/// <summary>Reads what the MIP solvers print; null if nothing of it can be used.</summary>
internal static class MipOutput
{
    /// <summary>CBC's summary.</summary>
    public static PeerAnswer? Cbc(string output, double seconds)
    {
        var isProven = output.Contains("Result - Optimal solution found", StringComparison.Ordinal);
        var value = After(output, "Objective value:");
        var bound = isProven ? value : After(output, "Lower bound:");
        var nodes = After(output, "Enumerated nodes:");
        return double.IsNaN(value) && double.IsNaN(bound) ? null : new PeerAnswer("CBC", isProven, value, bound, Known(nodes), seconds, 1);
    }

    /// <summary>GLPK's last line of progress: <c>+ 12: mip = value &gt;= bound gap (open; closed)</c>.</summary>
    public static PeerAnswer? Glpk(string output, double seconds)
    {
        var last = output.Split('\n').LastOrDefault(l => l.StartsWith('+') && l.Contains(">=", StringComparison.Ordinal) && l.EndsWith(')'));
        if (last is null)
            return null;
        var sides = last.Split(">=");
        var isProven = output.Contains("INTEGER OPTIMAL SOLUTION FOUND", StringComparison.Ordinal);
        var value = Number(Words(sides[0])[^1]);
        var bound = isProven ? value : Number(Words(sides[1])[0]);
        return new PeerAnswer("GLPK", isProven, value, bound, Known(Number(last[(last.LastIndexOf(';') + 1)..^1].Trim())), seconds, 1);
    }

    /// <summary>The line of <c>bench/peers/ortools_scip.mjs</c>, with its own time.</summary>
    public static PeerAnswer? Scip(string output, double _) =>
        output.Split('\n').LastOrDefault(l => l.StartsWith("SCIP\t", StringComparison.Ordinal))?.Split('\t') is [_, var proven, var value, var bound, var time]
            ? new PeerAnswer("SCIP", proven == "1", Number(value), Number(bound), null, Number(time), 1)
            : null;

    private static double After(string output, string label)
    {
        var at = output.LastIndexOf('\n' + label, StringComparison.Ordinal);
        return at < 0 ? double.NaN : Number(Words(output[(at + 1 + label.Length)..].Split('\n')[0])[0]);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static double Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static long? Known(double number) => double.IsNaN(number) ? null : (long)number;
}
