using RailOps.Analysis.Flow;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.CrossChecks;

/// <summary>Compares two maximum flows.</summary>
public static class FlowCrossCheck
{
    /// <summary>Compares.</summary>
    /// <param name="answered">The answer.</param>
    /// <param name="check">The same question by another solver.</param>
    public static CrossCheckReport Compare(FlowAnswer answered, FlowAnswer check)
    {
        ArgumentNullException.ThrowIfNull(answered);
        ArgumentNullException.ThrowIfNull(check);
        var value = ComparedValue.Of("maximum flow", answered.Unit, Amount(answered), Amount(check));
        var areFinished = IsFinished(answered) && IsFinished(check);
        return new CrossCheckReport(
            answered.Solve.Solver, check.Solve.Solver, [areFinished ? value : value with { Verdict = Verdict.Undecided }], areFinished,
            "Compared was the largest flow, which both find in whole numbers; each has a cut of its own that proves it.");
    }

    private static bool IsFinished(FlowAnswer answer) => answer.Solve.Termination is Termination.Optimal or Termination.Unbounded;

    private static decimal Amount(FlowAnswer answer) => answer.Value < 0 ? -1 : answer.Value / (decimal)answer.UnitsPerAmount;
}
