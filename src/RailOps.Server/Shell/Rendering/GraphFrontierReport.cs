using RailOps.Analysis.GraphFiles;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows what is left for every budget.</summary>
internal static class GraphFrontierReport
{
    /// <summary>Writes the whole answer.</summary>
    public static void Write(Report report, GraphFrontierAnswer answer)
    {
        report.Heading(GraphWording.Headline(answer));
        var others = Enumerable.Range(0, answer.Model.Budgets.Length).Where(resource => resource != answer.VariedResource).ToList();
        foreach (var resource in others)
            report.Line($"At every step at most {Figures.Amount(answer.Model.Budgets[resource])} of {answer.Model.Graph.File.Resources[resource]}.");
        if (!answer.Steps.IsEmpty)
        {
            report.Table(
                [">Budget", ">Left", .. GraphTables.CostTitles(answer.Model).Where((_, resource) => others.Contains(resource)), "Hull", "Attacks"],
                answer.Steps.Select(step => (string[])
                [
                    Figures.Amount(step.Budget), Figures.Amount(step.Plan.FlowLeft), .. others.Select(resource => Figures.Amount(step.Plan.Costs[resource])),
                    step.IsSupported ? "✓" : "", GraphTables.Hits(step.Plan),
                ]));
            report.Line("Budget: the smallest that leaves so little; between two steps more brings nothing. Hull: no mixture of two other steps is better.");
        }

        GraphTables.Solve(report, answer.Solve, answer.Model.Graph);
    }
}
