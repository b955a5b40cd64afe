using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows the answer to "how many divisions can each front sustain, and why".</summary>
internal static class AssessmentReport
{
    private static readonly string[] FrontColumns =
        ["Front", "Posture", ">Low / best / high", ">of", ">Needed t/day", ">Delivered", ">Met", ">Alone"];

    private static readonly string[] LinkColumns =
        ["Link", "From", "To", "Mode", ">Capacity t/day", ">Forward", ">Backward", ">Used", "Cut", "Grade", "Closed"];

    /// <summary>Writes the whole answer, headline first.</summary>
    public static void Write(Report report, AssessSupplyResponse answer)
    {
        WriteHeadline(report, answer);
        WriteFronts(report, answer);
        ClassReport.Write(report, answer);
        var ofOneClass = answer.Rounding is null ? "" : ", for one class of supply from all these sources";
        CutReport.Write(report, $"What binds{ofOneClass}", answer.BindingCut);
        CutReport.Write(report, $"What would bind next{ofOneClass}", answer.NextCut);
        if (answer.Rounding is null)
            WriteChains(report, answer);
        report.Bullets("In force", answer.AppliedChanges.Select(Describe));
        report.Bullets("Assumed", answer.Explanation?.Assumptions ?? []);
        WriteLinks(report, answer);
        report.Bullets("Warnings", answer.Warnings.Select(warning => $"{warning.Code}: {warning.Message}"));
        SolveLine.Write(report, answer.Solve);
    }

    private static void WriteHeadline(Report report, AssessSupplyResponse answer)
    {
        var headline = answer.Explanation?.Headline ?? "";
        report.Heading(headline.Length > 0 ? headline : $"{Figures.Triple(answer.SustainedDivisionCount)} of {answer.PresentDivisionCount} divisions sustained.");
        var scenario = answer.Scenario.Length > 0 ? $", scenario {answer.Scenario}" : "";
        report.Line($"{answer.Timeline} on {answer.Date}, {answer.Side} side{scenario}, {Words.Of(answer.Policy)} policy.");
        foreach (var sentence in answer.Explanation?.Sentences ?? [])
            report.Line(sentence);
    }

    private static void WriteFronts(Report report, AssessSupplyResponse answer)
    {
        report.Heading("Divisions sustained, of those present; tonnes a day (best values); divisions if the front alone drew supply");
        report.Table(FrontColumns, answer.Fronts.Select(Row).Append(Total(answer)));
        var graded = answer.Fronts.Where(f => f.GradeShares.Count > 0).Select(f => $"{f.DisplayName} {Assumed(f)}").ToList();
        if (graded.Count > 0)
            report.Line($"Of the cut behind each count, resting on assumed figures (grade D): {string.Join(", ", graded)}.");
    }

    private static string[] Row(FrontAssessment front) =>
    [
        front.DisplayName.Length > 0 ? front.DisplayName : front.Front,
        Words.Of(front.Posture),
        Figures.Triple(front.SustainedDivisionCount),
        front.CountedUnit == "formation" ? Figures.Counted(front.PresentDivisionCount, "formation") : Figures.Whole(front.PresentDivisionCount),
        Figures.Best(front.NeededTonnesPerDay),
        Figures.Best(front.DeliveredTonnesPerDay),
        front.Reachable ? Figures.BestPercent(front.MetRatio) : "no route",
        Figures.Triple(front.SustainableAloneDivisionCount),
    ];

    private static string[] Total(AssessSupplyResponse answer) =>
    [
        "All fronts",
        "",
        Figures.Triple(answer.SustainedDivisionCount),
        Figures.Whole(answer.PresentDivisionCount),
        Figures.Best(answer.NeededTonnesPerDay),
        Figures.Best(answer.DeliveredTonnesPerDay),
        "",
        "",
    ];

    private static string Assumed(FrontAssessment front) => Figures.Percent(front.GradeShares.Where(s => s.Grade == Grade.D).Sum(s => s.ShareRatio));

    private static void WriteChains(Report report, AssessSupplyResponse answer)
    {
        foreach (var front in answer.Fronts.Where(IsShort))
            report.Bullets($"{front.DisplayName}: from trains to divisions", front.Chain?.Steps ?? []);
    }

    private static bool IsShort(FrontAssessment front) =>
        front.SustainedDivisionCount?.Best < front.PresentDivisionCount || front.MetRatio?.Best < 1;

    private static string Describe(AppliedChange change) =>
        change.Event.Length > 0 ? $"{change.Sentence} (event {change.Event})" : change.Sentence;

    private static void WriteLinks(Report report, AssessSupplyResponse answer)
    {
        if (answer.Links.Count == 0)
            return;
        report.Heading("Links");
        report.Table(LinkColumns, answer.Links.Select(Row));
    }

    private static string[] Row(LinkAssessment link) =>
    [
        link.Link,
        link.FromStation,
        link.ToStation,
        link.Mode,
        Figures.Triple(link.CapacityTonnesPerDay),
        Figures.Whole(link.FlowForwardTonnesPerDay),
        Figures.Whole(link.FlowBackwardTonnesPerDay),
        Figures.Percent(link.UtilisationRatio),
        link.InCut ? "cut" : "",
        Words.Of(link.Grade),
        link.ClosedReason,
    ];
}
