using RailOps.Analysis.GraphFiles;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.CrossChecks;

/// <summary>Compares two answers about a graph that a user brought, in the file's own unit.</summary>
public static class GraphCrossCheck
{
    /// <summary>Compares two maximum flows.</summary>
    /// <param name="answered">The answer.</param>
    /// <param name="check">The same question by another solver.</param>
    public static CrossCheckReport Compare(GraphFlowAnswer answered, GraphFlowAnswer check)
    {
        ArgumentNullException.ThrowIfNull(answered);
        ArgumentNullException.ThrowIfNull(check);
        return Report(
            answered.Solve, check.Solve, "maximum flow", answered.Flow, check.Flow,
            "Compared was the largest flow, which both find in whole numbers; each has a cut of its own that proves it.");
    }

    /// <summary>Compares what the best attacks leave.</summary>
    /// <param name="answered">The answer.</param>
    /// <param name="check">The same question by another solver, for the best plan.</param>
    public static CrossCheckReport Compare(GraphInterdictionAnswer answered, GraphInterdictionAnswer check)
    {
        ArgumentNullException.ThrowIfNull(answered);
        ArgumentNullException.ThrowIfNull(check);
        return Report(
            answered.Solve, check.Solve, "left by the best plan", answered.Plans[0].FlowLeft, check.Plans[0].FlowLeft,
            "Compared was what the best plan leaves, evaluated in whole numbers; which plan that is, and the next-best plans, were not.");
    }

    // No limit is told as -1.
    private static CrossCheckReport Report(GraphSolve answered, GraphSolve check, string subject, decimal? value, decimal? other, string sentence)
    {
        var areFinished = IsFinished(answered) && IsFinished(check);
        var compared = ComparedValue.Of(subject, "", value ?? -1, other ?? -1);
        return new CrossCheckReport(
            answered.Method, check.Method, [areFinished ? compared : compared with { Verdict = Verdict.Undecided }], areFinished, sentence);
    }

    private static bool IsFinished(GraphSolve solve) => solve.Termination is Termination.Optimal or Termination.Unbounded or Termination.WithinTolerance;
}
