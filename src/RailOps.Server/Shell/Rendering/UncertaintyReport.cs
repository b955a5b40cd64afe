using System.Globalization;
using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows how sure an answer is.</summary>
internal static class UncertaintyReport
{
    private const int MostPlaces = 15;

    /// <summary>Writes the whole answer.</summary>
    public static void Write(Report report, UncertaintyResult answer)
    {
        report.Heading(answer.Headline);
        report.Line($"{answer.Timeline} on {answer.Date}, {answer.Side} side; {Figures.Counted(answer.DrawsDone, "draw")}, seed {answer.Seed}, correlation {Figures.Exact(answer.CorrelationRatio)}.");
        WriteBands(report, answer);
        report.Bullets(
            "Chances that at least so many are sustained (those of all and none left out; +- one standard error of the draws)",
            answer.Fronts.Where(f => f.PresentDivisionCount > 0).Select(Chances));
        WriteCut(report, answer);
        WriteTornado(report, answer);
        report.Bullets("Assumed", answer.Assumptions);
        SolveLine.Write(report, answer.Solve);
    }

    private static void WriteBands(Report report, UncertaintyResult answer)
    {
        report.Heading("Divisions sustained with the figures as stated (cautious / likely / favourable), and in the draws (10 / 50 / 90 %); tonnes a day in the draws");
        report.Table(
            ["Front", ">of", ">As stated", ">10 / 50 / 90 %", ">Least", ">Most", ">All of them", ">t/day, 10 / 50 / 90 %"],
            answer.Fronts.Append(answer.Total).Select(Row));
    }

    private static string[] Row(FrontUncertainty front)
    {
        var (divisions, tonnes) = (front.SustainedDivisionCount, front.DeliveredTonnesPerDay);
        return
        [
            front.DisplayName,
            front.CountedUnit == "formation" ? Figures.Counted(front.PresentDivisionCount, "formation") : Figures.Whole(front.PresentDivisionCount),
            Figures.Triple(front.StatedDivisionCount),
            $"{divisions.P10} / {divisions.P50} / {divisions.P90}",
            Figures.Whole(divisions.Min),
            Figures.Whole(divisions.Max),
            front.PresentDivisionCount == 0 ? "-" : Share(front.Probabilities[^1].Probability),
            $"{Figures.Whole(tonnes.P10)} / {Figures.Whole(tonnes.P50)} / {Figures.Whole(tonnes.P90)}",
        ];
    }

    private static string Chances(FrontUncertainty front)
    {
        var open = front.Probabilities.Where(p => p.Probability is > 0 and < 1).ToList();
        if (open.Count == 0)
            return $"{front.DisplayName}: {front.SustainedDivisionCount.P50} of {front.PresentDivisionCount} in every draw";
        return $"{front.DisplayName}: {string.Join(", ", open.Select(p => $"{p.DivisionCount} in {Share(p.Probability)} (+- {Share(p.StandardError)})"))}";
    }

    private static void WriteCut(Report report, UncertaintyResult answer)
    {
        if (answer.CutFrequencies.Count == 0)
            return;
        report.Heading($"How often a place is in the cut; nothing binds and all are sustained in {Share(answer.AllSustainedRatio)} of the draws");
        report.Table(
            ["Place", "Kind", "Railway", ">In the cut", ">+-", "Grade"],
            answer.CutFrequencies.Take(MostPlaces).Select(p => new[]
            {
                p.DisplayName, p.Kind, p.Railway.Length > 0 ? p.Railway : "-", Share(p.Probability), Share(p.StandardError), Words.Of(p.Grade),
            }));
        if (answer.CutFrequencies.Count > MostPlaces)
            report.Line($"... and {answer.CutFrequencies.Count - MostPlaces} places more (--json shows all).");
    }

    private static void WriteTornado(Report report, UncertaintyResult answer)
    {
        if (answer.Tornado.Count == 0)
            return;
        report.Heading($"What matters most: one figure moved between its 10 % and 90 % value, all others most likely ({answer.ParameterCount} could be moved{(answer.TornadoComplete ? "" : ", not all were tried")})");
        report.Table(
            ["What", ">Divisions", ">from - to", ">t/day", ">from - to"],
            answer.Tornado.Select(b => new[]
            {
                b.DisplayName, Figures.Whole(b.SwingDivisionCount), $"{b.Unfavourable.SustainedDivisionCount} - {b.Favourable.SustainedDivisionCount}",
                Figures.Whole(b.SwingTonnesPerDay), $"{Figures.Whole(b.Unfavourable.DeliveredTonnesPerDay)} - {Figures.Whole(b.Favourable.DeliveredTonnesPerDay)}",
            }));
    }

    private static string Share(double ratio) => (ratio * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}
