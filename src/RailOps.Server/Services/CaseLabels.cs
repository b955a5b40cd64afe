using RailOps.Contracts.V1;
using RailOps.Server.Mapping;

namespace RailOps.Server.Services;

/// <summary>Labels of the cases of a comparison.</summary>
internal static class CaseLabels
{
    /// <summary>The label given, or one made from timeline, date, side and changes.</summary>
    /// <param name="cases">The cases.</param>
    /// <returns>One label per case; they may repeat.</returns>
    public static List<string> For(IEnumerable<ComparisonCase> cases) =>
        [.. cases.Select(c => c.Label.Length > 0 ? c.Label : Make(c.Scenario ?? new Scenario()))];

    private static string Make(Scenario scenario)
    {
        var parts = new List<string> { scenario.Timeline };
        if (scenario.Date.Length > 0)
            parts.Add(scenario.Date);
        if (scenario.Side.Length > 0)
            parts.Add(scenario.Side);
        if (scenario.Scenario_.Length > 0)
            parts.Add(scenario.Scenario_);
        return string.Join(" ", parts) + string.Concat(scenario.Changes.Select(c => $" + {Describe(c)}"));
    }

    // With every figure, so that two cases have one label only if they ask the same.
    private static string Describe(Change change) => change.ActionCase switch
    {
        Change.ActionOneofCase.Close => $"close {change.Close.Target}",
        Change.ActionOneofCase.Derate => $"derate {change.Derate.Target} to {WireNumbers.Text(change.Derate.CapacityLeftRatio)}",
        Change.ActionOneofCase.Open => $"open {change.Open.Target}",
        Change.ActionOneofCase.Capture => $"capture {change.Capture.Station}" + (change.Capture.BySide.Length > 0 ? $" by {change.Capture.BySide}" : ""),
        Change.ActionOneofCase.Repair => $"repair {change.Repair.Target}",
        Change.ActionOneofCase.Set => $"set {change.Set.Target} {change.Set.Quantity} to {WireNumbers.Text(change.Set.Value)}",
        _ => "nothing",
    };
}
