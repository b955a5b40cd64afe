using RailOps.Analysis.GraphFiles;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows which attacks leave the least.</summary>
internal static class GraphInterdictionReport
{
    /// <summary>Writes the whole answer.</summary>
    public static void Write(Report report, GraphInterdictionAnswer answer)
    {
        report.Heading(GraphWording.Headline(answer));
        GraphTables.Attacks(report, answer.Model, answer.Plans[0].Attacks);
        report.Line(GraphWording.Spent(answer.Model, answer.Plans[0].Costs));
        if (answer.Cut is { } cut)
            GraphTables.Cut(report, $"What still lets {Figures.Amount(cut.Capacity)} through: the cut", cut);
        if (answer.Plans.Length > 1)
            WritePlans(report, answer);
        GraphTables.Solve(report, answer.Solve, answer.Model.Graph);
    }

    private static void WritePlans(Report report, GraphInterdictionAnswer answer)
    {
        report.Heading("The best plans, none with an attack in vain");
        report.Table(
            [">Plan", ">Left", .. GraphTables.CostTitles(answer.Model), "Attacks"],
            answer.Plans.Select((plan, index) => (string[])
            [
                Figures.Whole(index + 1), Figures.Amount(plan.FlowLeft), .. plan.Costs.Select(Figures.Amount), GraphTables.Hits(plan),
            ]));
    }
}
