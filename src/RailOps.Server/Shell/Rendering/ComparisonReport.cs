using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows situations side by side, and what their differences are made of.</summary>
internal static class ComparisonReport
{
    private static readonly string[] PartColumns =
        ["Kind", "What differs", ">Alone", ">t/day", ">Last", ">t/day"];

    /// <summary>Writes the whole comparison.</summary>
    public static void Write(Report report, CompareTimelinesResponse answer)
    {
        foreach (var sentence in answer.Sentences)
            report.Line(sentence);
        WriteCases(report, answer);
        WriteFronts(report, answer);
        foreach (var attribution in answer.Attributions)
            WriteParts(report, attribution);
        SolveLine.Write(report, answer.Solve);
    }

    private static void WriteCases(Report report, CompareTimelinesResponse answer)
    {
        report.Heading("Cases, A is the baseline; divisions sustained, of those present");
        var rows = answer.Cases.Select((item, index) => new[]
        {
            Letter(index),
            item.Assessment.Date,
            item.Assessment.Side,
            Figures.Triple(item.Assessment.SustainedDivisionCount),
            Figures.Whole(item.Assessment.PresentDivisionCount),
            Figures.Best(item.Assessment.DeliveredTonnesPerDay),
            item.Label,
        });
        report.Table(["", "|Date", "|Side", ">Low / best / high", ">of", ">Delivered t/day", "Case"], rows);
    }

    private static void WriteFronts(Report report, CompareTimelinesResponse answer)
    {
        report.Heading("Divisions sustained (t/day delivered); differences to A where there are any");
        var columns = answer.Cases.Select((_, index) => $">{Letter(index)}").Prepend("Front").ToList();
        report.Table(columns, answer.Fronts.Select(front => front.Cells.Select(Cell).Prepend(Name(front)).ToArray()));
    }

    private static string Name(FrontComparison front) => front.DisplayName.Length > 0 ? front.DisplayName : front.Front;

    private static string Cell(FrontCell cell, int index)
    {
        if (!cell.Present)
            return "no such front";
        var count = $"{Figures.Whole(cell.SustainedDivisionCount?.Best ?? 0)} of {Figures.Whole(cell.PresentDivisionCount)}";
        var delivered = Figures.Whole(cell.DeliveredTonnesPerDay);
        return index == 0 || IsSame(cell)
            ? $"{count} ({delivered})"
            : $"{count} {Figures.Signed(cell.SustainedDivisionDifference)} ({delivered} {Figures.Signed(cell.DeliveredDifferenceTonnesPerDay)})";
    }

    private static bool IsSame(FrontCell cell) =>
        cell.SustainedDivisionDifference == 0 && Figures.Signed(cell.DeliveredDifferenceTonnesPerDay) == "0";

    private static void WriteParts(Report report, Attribution attribution)
    {
        report.Heading(
            $"What makes {attribution.Label} differ: {Figures.Signed(attribution.SustainedDivisionDifference)} divisions, " +
            $"{Figures.Signed(attribution.DeliveredDifferenceTonnesPerDay)} t/day");
        if (attribution.Parts.Count == 0)
            report.Line("Nothing differs.");
        else
        {
            report.Line("Divisions and tonnes a day when only this part is put into the baseline (alone), and when it is put in last:");
            report.Table(PartColumns, attribution.Parts.Select(Row));
        }
    }

    private static string[] Row(AttributionPart part) =>
    [
        part.Kind,
        part.Sentence,
        Figures.Signed(part.AloneDivisionDifference),
        Figures.Signed(part.AloneDeliveredDifferenceTonnesPerDay),
        Figures.Signed(part.LastDivisionDifference),
        Figures.Signed(part.LastDeliveredDifferenceTonnesPerDay),
    ];

    private static string Letter(int index) => ((char)('A' + index)).ToString();
}
