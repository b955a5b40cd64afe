using Google.Protobuf.WellKnownTypes;
using RailOps.Analysis.CrossChecks;
using RailOps.Contracts.V1;
using ComparedValue = RailOps.Contracts.V1.ComparedValue;

namespace RailOps.Server.Mapping;

/// <summary>A second answer as it travels.</summary>
internal static class CrossCheckMapping
{
    /// <summary>Writes a comparison.</summary>
    /// <param name="report">The comparison.</param>
    /// <param name="answered">Version and time of who answered.</param>
    /// <param name="check">Version and time of who checked.</param>
    public static CrossCheck Write(CrossCheckReport report, (string Version, TimeSpan Duration) answered, (string Version, TimeSpan Duration) check) => new()
    {
        Outcome = report.Verdict == Verdict.Agreed ? CrossCheckOutcome.Agreed : CrossCheckOutcome.Undecided,
        Sentence = report.Sentence,
        AnsweredBy = new CheckedSolver { Name = report.AnsweredBy, Version = answered.Version, Duration = Duration.FromTimeSpan(answered.Duration) },
        CheckedBy = new CheckedSolver { Name = report.CheckedBy, Version = check.Version, Duration = Duration.FromTimeSpan(check.Duration) },
        Values = { report.Values.Select(Write) },
    };

    private static ComparedValue Write(Analysis.CrossChecks.ComparedValue value) => new()
    {
        Subject = value.Subject,
        Unit = value.Unit,
        Answered = (double)value.Answered,
        Checked = (double)value.Checked,
        Tolerance = (double)value.Tolerance,
        Decided = value.Verdict != Verdict.Undecided,
    };
}
