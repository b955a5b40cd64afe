using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows what to guard.</summary>
internal static class FortificationReport
{
    /// <summary>Writes the whole answer.</summary>
    public static void Write(Report report, FortifyResult answer)
    {
        report.Heading(answer.Headline);
        if (answer.Guards.Count > 0)
        {
            report.Heading("The guards");
            report.Table(
                ["Kind", "Guarded", "Name", ">t/day lost without it"],
                answer.Guards.Select(g => new[] { g.TargetKind, g.Target, g.DisplayName, Figures.Whole(g.LostWithoutTonnesPerDay) }));
        }

        report.Heading("Under the enemy's best attack (divisions: cautious / likely / favourable)");
        report.Table(
            ["", ">Divisions", ">t/day", "Targets"],
            [
                ["before any attack", Figures.Triple(answer.SustainedDivisionEstimate), Figures.Whole(answer.DeliveredTonnesPerDay), ""],
                Row("unguarded", answer.UnguardedPlan),
                Row("guarded", answer.GuardedPlan),
            ]);
        report.Bullets("Why", answer.Sentences);
        SolveLine.Write(report, answer.Solve);
    }

    private static string[] Row(string when, AttackPlan plan) =>
        [when, Figures.Triple(plan.SustainedDivisionEstimate), Figures.Whole(plan.DeliveredTonnesPerDay), AttackTables.Targets(plan)];
}
