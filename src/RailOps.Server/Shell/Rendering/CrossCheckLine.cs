using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>What the second solver says.</summary>
internal static class CrossCheckLine
{
    /// <summary>Writes who agreed with whom on what; nothing if nobody asked.</summary>
    public static void Write(Report report, CrossCheck? check)
    {
        if (check is null)
            return;
        var mark = check.Outcome == CrossCheckOutcome.Agreed ? "✓" : "?";
        report.Line($"{mark} cross-checked: {check.Sentence}");
        report.Line($"  {Who(check.AnsweredBy)}; {Who(check.CheckedBy)}; {Figures.Counted(check.Values.Count, "value")} compared{First(check)}");
    }

    private static string Who(CheckedSolver solver) => $"{solver.Name} ({solver.Version}) {Figures.Milliseconds(solver.Duration)}";

    private static string First(CrossCheck check) => check.Values.FirstOrDefault() is { } value
        ? $", the first: {value.Subject} {Figures.Exact(value.Answered)} and {Figures.Exact(value.Checked)} {value.Unit}".TrimEnd()
        : "";
}
