using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Tables that answers about attacks share.</summary>
internal static class AttackTables
{
    /// <summary>The attacks of a plan.</summary>
    public static void Attacks(Report report, string heading, AttackPlan plan)
    {
        report.Heading(heading);
        if (plan.Attacks.Count == 0)
        {
            report.Line("No attack does any harm.");
            return;
        }

        report.Table(
            ["Kind", "|Target", "Name", "Means", "|Takes", ">Left", ">Repair days", ">Success"],
            plan.Attacks.Select(a => new[]
            {
                a.TargetKind, a.Target, a.DisplayName, a.ModeName, $"{Figures.Whole(a.Spent.BudgetCount)} {a.Spent.Resource}", Figures.Percent(a.CapacityLeftRatio),
                a.RepairDays is { } days ? Figures.Exact(days.Best) : "-", a.SuccessProbability is { } chance ? Figures.Percent(chance.Best) : "-",
            }));
    }

    /// <summary>What fronts lose.</summary>
    public static void Losses(Report report, AttackPlan plan)
    {
        if (plan.Fronts.Count == 0)
            return;
        report.Heading("What the fronts lose (best values)");
        report.Table(
            ["Front", "Name", ">Divisions", ">t/day"],
            plan.Fronts.Select(f => new[] { f.Front, f.DisplayName, Figures.Whole(f.LostDivisionCount), Figures.Whole(f.LostTonnesPerDay) }));
    }

    /// <summary>A plan in one cell: its targets, one to a line.</summary>
    public static string Targets(AttackPlan plan) => plan.Attacks.Count == 0 ? "none" : string.Join('\n', plan.Attacks.Select(a => a.Target));

    /// <summary>What a plan takes, in one cell.</summary>
    public static string Spent(AttackPlan plan) => string.Join('\n', plan.Spent.Select(s => $"{Figures.Whole(s.BudgetCount)} {s.Resource}"));
}
