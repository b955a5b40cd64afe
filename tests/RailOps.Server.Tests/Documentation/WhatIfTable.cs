using System.Globalization;
using System.Text;
using RailOps.Contracts.V1;
using RailOps.Server.Services;

namespace RailOps.Server.Tests.Documentation;

/// <summary>The README's table of what-ifs, worked out by the product.</summary>
internal static class WhatIfTable
{
    private const string Tunnels = "circum-baikal-tunnels";
    private const int MostNamed = 3;

    public static string Build(RailOpsApi api)
    {
        var text = new StringBuilder();
        text.AppendLine("| timeline, 1940-06-01, Soviet side | what if | divisions and formations sustained (cautious / likely / favourable) | in 8 of 10 draws | fronts that fall short (likely) | delivered of needed, t/day | most that could arrive, t/day | what limits that |");
        text.AppendLine("|---|---|---|---|---|---|---|---|");
        foreach (var timeline in new[] { "japanese-siberia", "history-1940" })
        {
            foreach (var (name, changes) in WhatIfs())
                text.AppendLine(Row(api, timeline, name, changes));
        }

        return text.ToString();
    }

    private static IEnumerable<(string Name, Change[] Changes)> WhatIfs()
    {
        var close = new Change { Close = new CloseChange { Target = Tunnels } };
        var capture = new Change { Capture = new CaptureChange { Station = "tynda" } };
        yield return ("as it was", []);
        yield return ("tunnels closed", [close]);
        yield return ("Tynda captured", [capture]);
        yield return ("both", [close, capture]);
    }

    private static string Row(RailOpsApi api, string timeline, string name, Change[] changes)
    {
        var scenario = new Scenario { Timeline = timeline, Date = "1940-06-01", Side = "soviet", Changes = { changes } };
        var answer = api.AssessSupply(new AssessSupplyRequest { Scenario = scenario }, CancellationToken.None);
        var count = answer.SustainedDivisionCount;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {timeline} | {name} | {count.Low} / **{count.Best}** / {count.High} of {answer.PresentDivisionCount} | {Band(api, scenario)} | {Short(answer)} | {answer.DeliveredTonnesPerDay.Best:#,0} of {answer.NeededTonnesPerDay.Best:#,0} | {answer.CeilingCut.CapacityTonnesPerDay:#,0} | {Limits(answer.CeilingCut)} |");
    }

    // The 10 % and 90 % quantile of 500 draws; only the count is wanted, so no tornado.
    private static string Band(RailOpsApi api, Scenario scenario)
    {
        var request = new SampleUncertaintyRequest { Scenario = scenario, Seed = 1, TornadoCount = -1 };
        var band = api.Uncertainty.SampleUncertainty(request, null, SearchControl.None, CancellationToken.None).Total.SustainedDivisionCount;
        return $"{band.P10} - {band.P90}";
    }

    private static string Short(AssessSupplyResponse answer)
    {
        var fronts = answer.Fronts
            .Where(f => f.SustainedDivisionCount.Best < f.PresentDivisionCount)
            .Select(f => $"{f.Front} {f.SustainedDivisionCount.Best} of {f.PresentDivisionCount}")
            .ToList();
        return fronts.Count == 0 ? "none" : string.Join(", ", fronts);
    }

    private static string Limits(Cut cut)
    {
        var closed = cut.Elements
            .Where(e => e.ClosedReason.Length > 0 && !e.ClosedReason.StartsWith("out of season", StringComparison.Ordinal))
            .Select(e => $"{e.DisplayName} ({e.ClosedReason})")
            .ToList();
        var open = cut.Elements
            .Where(e => e.ClosedReason.Length == 0)
            .OrderByDescending(e => e.CapacityTonnesPerDay)
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.DisplayName} ({e.CapacityTonnesPerDay:#,0})"))
            .ToList();
        var more = open.Count > MostNamed ? $" and {open.Count - MostNamed} more" : "";
        return string.Join("; ", closed.Concat(open.Take(MostNamed))) + more;
    }
}
