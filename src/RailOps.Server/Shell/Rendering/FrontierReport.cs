using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows how damage grows with one resource.</summary>
internal static class FrontierReport
{
    /// <summary>Writes the whole answer.</summary>
    public static void Write(Report report, FrontierResult answer)
    {
        report.Heading(answer.Headline);
        if (answer.Points.Count > 0)
        {
            report.Heading("Every step: the least of the resource that does this damage; divisions left: cautious / likely / favourable");
            report.Table(
                [$">{answer.VariedResource}", ">Divisions left", ">t/day left", "Takes", "Targets"],
                answer.Points.Select(p => new[]
                {
                    Figures.Whole(p.BudgetCount), Figures.Triple(p.Plan.SustainedDivisionEstimate), Figures.Whole(p.Plan.DeliveredTonnesPerDay), AttackTables.Spent(p.Plan), AttackTables.Targets(p.Plan),
                }));
        }

        SolveLine.Write(report, answer.Solve);
    }
}
