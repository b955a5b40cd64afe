using System.Collections.Immutable;
using System.Globalization;

namespace RailOps.Analysis.Uncertainty;

/// <summary>Says in words how sure an answer is.</summary>
internal sealed class SampleWording(SampleAnswer answer)
{
    private const int MostPlaces = 5;
    private const int MostBars = 3;

    /// <summary>The answer in one sentence.</summary>
    public string Headline()
    {
        var situation = answer.Question.Supply.Situation;
        var where = $"{situation.Spec.Forces.Timeline.Title}, {situation.ForcesDate:yyyy-MM-dd}, {situation.SideId}";
        var total = answer.Total;
        if (total.PresentCount == 0)
            return $"{where}: no formation stands at any front.";
        return $"{where}: in 8 of 10 draws {Between(total.Divisions)} of {total.PresentCount} divisions and formations are sustained, in half of them "
            + $"{total.Divisions.P50} or more; all of them in {Percent(answer.AllMetFrequency)} of the draws.";
    }

    /// <summary>What the draws say.</summary>
    public ImmutableArray<string> Sentences()
    {
        var all = ImmutableArray.CreateBuilder<string>();
        all.Add(
            $"{Wording.Count(answer.DrawsDone, "draw")}{Stopped()}; with the figures as stated {answer.Total.Stated.Low} / {answer.Total.Stated.Best} / "
            + $"{answer.Total.Stated.High} (cautious / likely / favourable). Delivered in 8 of 10 draws: "
            + $"{Wording.Tonnes(answer.Total.DeliveredKilogramsPerDay.P10)} to {Wording.Tonnes(answer.Total.DeliveredKilogramsPerDay.P90)}.");
        all.AddRange(answer.Fronts.Where(f => f.PresentCount > 0).Select(Sentence));
        if (!answer.Places.IsEmpty)
            all.Add($"Most often in the cut: {Wording.List([.. answer.Places.Take(MostPlaces).Select(p => $"{p.Arc.DisplayName} ({Percent(p.Frequency)})")])}.");
        if (!answer.Tornado.IsEmpty)
            all.Add($"What matters most: {Wording.List([.. answer.Tornado.Take(MostBars).Select(Swing)])}.");
        return all.ToImmutable();
    }

    /// <summary>How the draws were made.</summary>
    public ImmutableArray<string> Assumptions() =>
    [
        "Every figure has a triangular distribution over its stated range; one stated as a single number takes a range by its grade (half-widths assumed, grade D).",
        $"Figures of one railway, of one operator, and the needs of formations move together with a rank correlation of "
            + $"{answer.Question.Correlation.ToString("0.##", CultureInfo.InvariantCulture)} (assumed, grade D); all others are independent.",
        "What stands where, who holds what, which links exist, the constants of trucks and whatever a change sets are premises: they are not drawn.",
        "Bands tell what the stated ranges imply, not what is wrong with them: a range that is itself too narrow makes the band too narrow.",
    ];

    private static string Sentence(FrontBand front)
    {
        var need = front.Need!;
        var all = front.Chances[^1];
        return $"{need.Front.Title}: {Between(front.Divisions)} of {Wording.Count(front.PresentCount, need.CountedUnit)} in 8 of 10 draws, median {front.Divisions.P50}; "
            + $"all in {Percent(all.Probability)} of the draws (standard error {Percent(all.StandardError)}).";
    }

    private static string Swing(TornadoBar bar) => bar.DivisionSwing > 0
        ? $"{bar.Name} ({Wording.Count(bar.DivisionSwing, "division")} between its unfavourable and its favourable end)"
        : $"{bar.Name} ({Wording.Tonnes(bar.DeliveredSwingKilogramsPerDay)} between its ends)";

    private static string Between(Band band) => band.P10 == band.P90
        ? band.P10.ToString(CultureInfo.InvariantCulture)
        : $"{band.P10} to {band.P90}";

    private static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private string Stopped() => answer.DrawsDone < answer.Question.DrawCount ? $" of {answer.Question.DrawCount} (stopped)" : "";
}
