using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>One line on how an answer was found and whether its proof holds.</summary>
internal static class SolveLine
{
    /// <summary>Writes the line, and the sentence of the certificate.</summary>
    public static void Write(Report report, SolveSummary? solve)
    {
        if (solve is null)
            return;
        report.Heading("How it was solved");
        report.Line(string.Join(", ", Facts(solve)));
        if (solve.CertificateSentence.Length > 0)
            report.Line(solve.CertificateSentence);
        CrossCheckLine.Write(report, solve.CrossCheck);
    }

    private static IEnumerable<string> Facts(SolveSummary solve)
    {
        yield return !solve.CertificateAccepted ? "✗ certificate NOT accepted"
            : solve.Termination == Termination.WithinTolerance ? "✓ checked, without a proof" : "✓ certificate accepted";
        yield return Words.Of(solve.Termination);
        yield return $"{solve.Solver} {solve.SolverVersion}".Trim();
        yield return Figures.Milliseconds(solve.SolveDuration);
        yield return Figures.Counted(solve.SolveCount, "flow solve");
        yield return $"data {solve.NetworkRevision}";
        if (solve.TraceId.Length > 0)
            yield return $"trace {solve.TraceId}";
    }
}
