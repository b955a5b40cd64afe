using System.Collections.Immutable;
using RailOps.Analysis.GraphFiles;

namespace RailOps.Server.Shell.Rendering;

/// <summary>The parts that answers about graphs have in common.</summary>
internal static class GraphTables
{
    private const int RowLimit = 30;

    /// <summary>Attacks with their costs and what they leave; a sentence if there are none.</summary>
    public static void Attacks(Report report, AttackModel model, ImmutableArray<GraphAttack> attacks)
    {
        if (attacks.IsEmpty)
        {
            report.Line("No attack.");
            return;
        }

        report.Table(
            ["Attack", "From", "To", .. CostTitles(model), ">Capacity", ">Left"],
            attacks.Take(RowLimit).Select(attack => (string[])[.. Place(attack.Place), .. attack.Costs.Select(Figures.Amount), Figures.Amount(attack.CapacityBefore), Figures.Amount(attack.CapacityLeft)]));
        More(report, attacks.Length, "attack");
    }

    /// <summary>The places of a cut.</summary>
    public static void Cut(Report report, string heading, GraphCut cut)
    {
        report.Heading(heading);
        if (cut.Places.IsEmpty)
        {
            report.Line("No place: nothing joins the two sides.");
            return;
        }

        var hasAttacks = cut.Places.Any(place => place.IsAttacked);
        report.Table(
            hasAttacks ? ["Place", "From", "To", ">Lets through", ""] : ["Place", "From", "To", ">Lets through"],
            cut.Places.Take(RowLimit).Select(place => hasAttacks
                ? (string[])[.. Place(place.Place), Figures.Amount(place.Capacity), place.IsAttacked ? "attacked" : ""]
                : [.. Place(place.Place), Figures.Amount(place.Capacity)]));
        More(report, cut.Places.Length, "place");
    }

    /// <summary>The lines on how the answer was found.</summary>
    public static void Solve(Report report, GraphSolve solve, NamedGraph graph)
    {
        report.Heading("How it was solved");
        var facts = new List<string>
        {
            solve.Check.Proof == Solvers.Checking.ProofKind.Certified ? "✓ certificate checked" : "✓ checked, without a proof",
            GraphWording.Of(solve.Termination), solve.Method, Figures.Elapsed(solve.Duration),
            Figures.Counted(graph.File.Nodes.Length, "node"), Figures.Counted(graph.File.Edges.Length, "edge"),
        };
        if (solve.Statistics.SolveCount > 0)
            facts.Add(Figures.Counted(solve.Statistics.SolveCount, "flow solve"));
        if (solve.Statistics.SearchNodeCount > 0)
            facts.Add(Figures.Counted(solve.Statistics.SearchNodeCount, "search node"));
        if (graph.Scale.DecimalPlaces > 0)
            facts.Add($"solved in steps of {Figures.Amount(1 / graph.Scale.UnitsPerAmount)}");
        report.Line(string.Join(", ", facts));
        report.Line(GraphWording.Certificate(solve));
    }

    /// <summary>One right-aligned title per resource.</summary>
    public static IEnumerable<string> CostTitles(AttackModel model) =>
        model.Graph.File.Resources.Select(resource => resource == "cost" ? ">Cost" : $">{resource}");

    /// <summary>What a plan hits, in one cell.</summary>
    public static string Hits(GraphPlan plan) => plan.Attacks.IsEmpty ? "-" : string.Join(", ", plan.Attacks.Select(attack => attack.Place.Id));

    private static string[] Place(GraphPlace place) => place.IsNode ? [place.Id, "(node)", ""] : [place.Id, place.From, place.To];

    private static void More(Report report, int count, string noun)
    {
        if (count > RowLimit)
            report.Line($"... and {Figures.Counted(count - RowLimit, noun)} more (--json shows all).");
    }
}
