using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows the worst that an enemy can do.</summary>
internal static class InterdictionReport
{
    /// <summary>Writes the whole answer.</summary>
    public static void Write(Report report, InterdictResult answer)
    {
        report.Heading(answer.Headline);
        var best = answer.Plans[0];
        AttackTables.Attacks(report, "The attacks", best);
        AttackTables.Losses(report, best);
        if (answer.Plans.Count > 1)
        {
            report.Heading("The best plans for the likely figures, none with an attack in vain; divisions left: cautious / likely / favourable");
            report.Table(
                [">Plan", ">Divisions left", ">Lost", ">t/day left", ">Expected t/day", ">Success", "Takes", "|Targets"],
                answer.Plans.Select(p => new[]
                {
                    Figures.Whole(p.Rank), Figures.Triple(p.SustainedDivisionEstimate), Figures.Whole(p.LostDivisionCount), Figures.Whole(p.DeliveredTonnesPerDay),
                    Figures.Whole(p.ExpectedDeliveredTonnesPerDay), Figures.Percent(p.SuccessProbability), AttackTables.Spent(p), AttackTables.Targets(p),
                }));
        }

        report.Bullets("Why", answer.Sentences);
        report.Bullets("Taken for granted", answer.Assumptions);
        SolveLine.Write(report, answer.Solve);
    }
}
