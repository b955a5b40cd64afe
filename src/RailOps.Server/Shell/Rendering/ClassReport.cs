using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows what an answer by class, or with a limited fleet, adds: class by class, coal, rolling stock.</summary>
internal static class ClassReport
{
    private static readonly string[] Columns =
        ["Front", "Class", ">Needed t/day", ">Delivered", ">Met", ">One class", "Divisions more"];

    /// <summary>Writes it; nothing for an answer of one class without a limited fleet.</summary>
    public static void Write(Report report, AssessSupplyResponse answer)
    {
        if (answer.Rounding is null)
            return;
        report.Heading("Class by class (best values); one class: divisions if any tonne of these sources fed any need; a class binds if more would be sustained were it to come from any source");
        report.Table(Columns, answer.Fronts.Where(front => front.PresentDivisionCount > 0).SelectMany(Rows));
        if (answer.Coal is { } coal)
            report.Line(coal.Sentence);
        if (answer.Fleet is { } fleet)
            report.Line(fleet.Sentence);
        report.Line(
            $"Rounded to whole kilograms, a need is missed by {Figures.Whole(answer.Rounding.LargestMissKgPerDay)} kg/day at most ({Figures.Whole(answer.Rounding.ToleranceKgPerDay)} are allowed).");
    }

    private static IEnumerable<string[]> Rows(FrontAssessment front)
    {
        yield return
        [
            front.DisplayName, "all", Figures.Best(front.NeededTonnesPerDay), Figures.Best(front.DeliveredTonnesPerDay), Figures.BestPercent(front.MetRatio),
            Figures.Whole(front.SingleClassDivisionCount.Best), Limits(front),
        ];
        foreach (var row in front.Classes)
        {
            var met = row.NeededTonnesPerDay.Best > 0 ? row.DeliveredTonnesPerDay.Best / row.NeededTonnesPerDay.Best : 1;
            yield return
            [
                "", row.ClassId.Replace('-', ' '), Figures.Best(row.NeededTonnesPerDay), Figures.Best(row.DeliveredTonnesPerDay), Figures.Percent(met),
                "", Binds(row),
            ];
        }
    }

    private static string Binds(ClassAssessment row) => row.Binds
        ? $"binds: +{row.AnySourceDivisionCount} from any source"
        : row.WithoutNeedDivisionCount > 0 ? $"+{row.WithoutNeedDivisionCount} without it" : "";

    private static string Limits(FrontAssessment front)
    {
        var limits = front.BindingLimits;
        (string Name, long Count)[] all =
        [
            ("burning coal", limits.WithoutCoalDivisionCount), ("limit of wagons", limits.WithoutWagonLimitDivisionCount), ("limit of locomotives", limits.WithoutLocomotiveLimitDivisionCount),
        ];
        return string.Join("; ", all.Where(limit => limit.Count > 0).Select(limit => $"+{limit.Count} without {limit.Name}"));
    }
}
