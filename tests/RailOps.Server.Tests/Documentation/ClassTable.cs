using System.Globalization;
using System.Text;
using RailOps.Contracts.V1;
using RailOps.Server.Services;

namespace RailOps.Server.Tests.Documentation;

/// <summary>The tables of docs/guide/supply-classes.md, worked out by the product.</summary>
internal static class ClassTable
{
    /// <summary>Front by front and class by class, and what binds where something is short.</summary>
    public static string Fronts(RailOpsApi api, Scenario scenario)
    {
        var answer = Ask(api, scenario, fleet: true);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{answer.Explanation.Headline} {string.Join(' ', answer.Explanation.Sentences.Take(3))}");
        text.AppendLine();
        text.AppendLine("| front | divisions (cautious / likely / favourable) | one class | rations and forage, t/day | ammunition | fuel | replacements and other |");
        text.AppendLine("|---|---|---|---|---|---|---|");
        foreach (var front in answer.Fronts.Where(f => f.PresentDivisionCount > 0))
        {
            var (now, one) = (front.SustainedDivisionCount, front.SingleClassDivisionCount);
            text.Append(CultureInfo.InvariantCulture, $"| {front.Front} | {now.Low} / **{now.Best}** / {now.High} of {front.PresentDivisionCount} | {one.Best} |");
            text.AppendLine(string.Concat(front.Classes.Select(Cell)));
        }

        text.AppendLine();
        foreach (var front in answer.Fronts.Where(f => f.SustainedDivisionCount.Best < f.PresentDivisionCount))
            text.AppendLine(CultureInfo.InvariantCulture, $"* {front.Sentence}");
        return text.ToString();
    }

    /// <summary>What rolling stock costs on the default day of each timeline whose fleet is known.</summary>
    public static string Fleets(RailOpsApi api, IEnumerable<Scenario> scenarios)
    {
        var text = new StringBuilder();
        text.AppendLine("| timeline, day | divisions without the limit (cautious / likely / favourable) | with it | wagons taken of those there (likely) | locomotives taken (likely) |");
        text.AppendLine("|---|---|---|---|---|");
        foreach (var scenario in scenarios)
        {
            var (free, limited) = (Ask(api, scenario, fleet: false), Ask(api, scenario, fleet: true));
            var fleet = limited.Fleet;
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {limited.Timeline}, {limited.Date} | {Triple(free)} | {Triple(limited)} of {limited.PresentDivisionCount} | {fleet.WagonCount.Best:#,0} of {fleet.WagonStockCount.Best:#,0} | {fleet.LocomotiveCount.Best:#,0} (how many there are is not known) |");
        }

        return text.ToString();
    }

    private static string Triple(AssessSupplyResponse answer)
    {
        var count = answer.SustainedDivisionCount;
        return $"{count.Low} / **{count.Best}** / {count.High}";
    }

    private static string Cell(ClassAssessment row)
    {
        var binds = row.Binds ? " **binds**" : "";
        return string.Create(CultureInfo.InvariantCulture, $" {row.DeliveredTonnesPerDay.Best:#,0} of {row.NeededTonnesPerDay.Best:#,0}{binds} |");
    }

    private static AssessSupplyResponse Ask(RailOpsApi api, Scenario scenario, bool fleet)
    {
        var request = new AssessSupplyRequest { Scenario = scenario, SupplyModel = SupplyModel.ByClass, FleetLimited = fleet };
        return api.AssessSupply(request, CancellationToken.None);
    }
}
