using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows a cut: its sentence and a table of its places.</summary>
internal static class CutReport
{
    private const int RowLimit = 20;

    private static readonly string[] Columns = ["Place", "Kind", "Railway", ">t/day", ">+1 pair", ">divisions", "Grade"];

    /// <summary>Writes the cut under a heading; nothing if there is none.</summary>
    public static void Write(Report report, string heading, Cut? cut)
    {
        if (cut is null || (cut.Elements.Count == 0 && cut.Sentence.Length == 0))
            return;
        report.Heading(heading);
        if (cut.Sentence.Length > 0)
            report.Line(cut.Sentence);
        if (cut.Elements.Any(element => element.GainOfOneTrainPair is not null))
            report.Line("+1 pair: what one more train pair a day there would bring to all fronts, in tonnes a day and in divisions.");
        if (cut.Elements.Count > 0)
            report.Table(Columns, cut.Elements.Take(RowLimit).Select(Row));
        if (cut.Elements.Count > RowLimit)
            report.Line($"... and {cut.Elements.Count - RowLimit} places more (--json shows all).");
        if (cut.GradeShares.Count > 0)
            report.Line($"Of its capacity {string.Join(", ", cut.GradeShares.Select(s => $"{Figures.Percent(s.ShareRatio)} rests on figures of grade {Words.Of(s.Grade)}"))}.");
        if (!cut.Unique)
            report.Line("Another cut of the same capacity exists elsewhere: widening this one alone brings nothing.");
    }

    private static string[] Row(CutElement element) =>
    [
        Place(element),
        Words.Of(element.Kind),
        element.Railway.Length > 0 ? element.Railway : "-",
        Figures.Whole(element.CapacityTonnesPerDay),
        element.GainOfOneTrainPair is { } gain ? Figures.Signed(gain.AddedDeliveredTonnesPerDay) : "-",
        element.GainOfOneTrainPair is { } more ? Figures.Signed(more.AddedDivisionCount) : "-",
        Words.Of(element.Grade),
    ];

    private static string Place(CutElement element)
    {
        var name = element.DisplayName.Length > 0 ? element.DisplayName : element.Id;
        return element.ClosedReason.Length > 0 ? $"{name} (closed: {element.ClosedReason})" : name;
    }
}
