using RailOps.Analysis.GraphFiles;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows which protections keep the most.</summary>
internal static class GraphFortificationReport
{
    /// <summary>Writes the whole answer.</summary>
    public static void Write(Report report, GraphFortificationAnswer answer)
    {
        report.Heading(GraphWording.Headline(answer));
        if (answer.Defence.IsEmpty)
            report.Line("No protection.");
        else
            report.Table(["Protect", "From", "To", ">Cost", ">Capacity"], answer.Defence.Select(Row));
        report.Line($"Spent: {Figures.Amount(answer.DefenceCost)} of {Figures.Amount(answer.DefenceBudget)} on {answer.Defence.Length} of {Figures.Counted(answer.ProtectableCount, "place")} that can be protected.");
        report.Heading(answer.Solve.Check.Proof == Solvers.Checking.ProofKind.None ? "The best attack found against it" : "The best attack that is then still possible");
        GraphTables.Attacks(report, answer.Model, answer.Attack.Attacks);
        report.Line(GraphWording.Spent(answer.Model, answer.Attack.Costs));
        if (answer.Cut is { } cut)
            GraphTables.Cut(report, $"What still lets {Figures.Amount(cut.Capacity)} through: the cut", cut);
        GraphTables.Solve(report, answer.Solve, answer.Model.Graph);
    }

    private static string[] Row(GraphProtection protection) =>
    [
        protection.Place.Id, protection.Place.IsNode ? "(node)" : protection.Place.From, protection.Place.IsNode ? "" : protection.Place.To,
        Figures.Amount(protection.Cost), Figures.Amount(protection.Capacity),
    ];
}
