using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows with what a side can strike.</summary>
internal static class MeansReport
{
    /// <summary>Writes the whole answer.</summary>
    public static void Write(Report report, ListAttackMeansResponse answer)
    {
        var usable = answer.Means.Where(m => m.Resource.Length > 0).ToList();
        if (usable.Count == 0)
            report.Line("No means of attack with a resource on that day.");
        foreach (var resource in usable.GroupBy(m => (m.Attacker, m.Resource)))
            report.Bullets($"{resource.Key.Attacker}: --resource {resource.Key.Resource}=COUNT", resource.Select(Sentence));
        report.Bullets("Told only (no resource to ask for)", answer.Means.Where(m => m.Resource.Length == 0).Select(m => $"{m.Attacker}: {m.DisplayName}; {m.Targets}"));
    }

    private static string Sentence(AttackMeans means)
    {
        var most = means.AttackLimitCount < 0 ? "" : $", at most {Figures.Counted(means.AttackLimitCount, "attack")}";
        var effect = means.CapacityLeftRatio == 0 ? "closes its target" : $"leaves {Figures.Percent(means.CapacityLeftRatio)} of its target";
        var reach = means.ReachKm < 0 ? "" : $" within {Figures.Whole(means.ReachKm)} km of a station of its own";
        return $"{means.Id}: {means.DisplayName}; takes {Figures.Whole(means.CostCount)}{most}; {effect}{Range(", repair days", means.RepairDays, 1)}"
            + $"{Range(", success %", means.SuccessProbability, 100)}; strikes {string.Join(", ", means.Strikes)}{reach}; grade {Words.Of(means.Grade)}";
    }

    private static string Range(string name, Estimate? estimate, double scale) => estimate is null
        ? ""
        : $"{name} {Figures.Exact(Math.Round(estimate.Best * scale, 2))} ({Figures.Exact(Math.Round(estimate.Low * scale, 2))} to {Figures.Exact(Math.Round(estimate.High * scale, 2))})";
}
