using NUnit.Framework;
using RailOps.Analysis.Uncertainty;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Uncertainty;
using RailOps.Model.Units;
using RailOps.Testing.Worlds;

namespace RailOps.Analysis.Tests.Uncertainty;

public sealed class FigureDrawTests
{
    private const int DrawCount = 3999;

    // With 4,000 draws the standard error of a correlation is below 1 / sqrt(4000) = 0.016; four of them, and the seed is fixed.
    private const double Sampling = 0.064;

    private static readonly Estimate Wide = new(0, 40, 100);

    private static Figure Stated(string line, Quantity quantity, Estimate value)
    {
        var row = new ValueRow($"{line}-link", quantity, null, null, value, true, WorldBuilder.Assumed);
        return new Figure(row, 0, quantity == Quantity.TrainPairsPerDay ? FigureKind.TrainPairs : FigureKind.TrainLoad, line, value, Grade.D, true);
    }

    private static Figure Factor(string id)
    {
        var factor = new PlanningFactor(id, "all", null, null, Wide, WorldBuilder.Assumed);
        return new Figure(factor, 0, FigureKind.PlanningFactor, "all", Wide, Grade.D, true);
    }

    private static double[] Draw(Figure figure, double correlation)
    {
        var book = new FigureBook(Samples.Line(Grade.A).Situation(null, "red", []).Situation!);
        return
        [
            .. Enumerable.Range(0, DrawCount / FigureDraw.Count)
                .Select(piece => new FigureDraw(book, 11, piece * FigureDraw.Count, correlation))
                .SelectMany(draws => Enumerable.Range(0, FigureDraw.Count).Select(i => (double)draws.ValueIn(i, book.Of(figure)))),
        ];
    }

    private static double RankCorrelation(double[] a, double[] b)
    {
        var (x, y) = (Ranks(a), Ranks(b));
        var (meanX, meanY) = (x.Average(), y.Average());
        var covariance = x.Zip(y, (p, q) => (p - meanX) * (q - meanY)).Sum();
        return covariance / Math.Sqrt(x.Sum(p => (p - meanX) * (p - meanX)) * y.Sum(q => (q - meanY) * (q - meanY)));
    }

    private static double[] Ranks(double[] values)
    {
        var ranks = new double[values.Length];
        foreach (var (place, index) in values.Select((_, i) => i).OrderBy(i => values[i]).Select((i, place) => (place, i)))
            ranks[index] = place;
        return ranks;
    }

    [TestCase(0)]
    [TestCase(0.5)]
    [TestCase(0.9)]
    [TestCase(1)]
    public void Figures_of_one_railway_have_the_rank_correlation_asked_for(double correlation)
    {
        var (pairs, load) = (Stated("amur", Quantity.TrainPairsPerDay, Wide), Stated("amur", Quantity.NetTrainLoadTonnes, Wide));
        Assert.That(RankCorrelation(Draw(pairs, correlation), Draw(load, correlation)), Is.EqualTo(correlation).Within(Sampling));
    }

    [Test]
    public void Figures_of_two_railways_are_independent()
    {
        var (one, other) = (Stated("amur", Quantity.TrainPairsPerDay, Wide), Stated("ussuri", Quantity.TrainPairsPerDay, Wide));
        Assert.That(RankCorrelation(Draw(one, 1), Draw(other, 1)), Is.EqualTo(0).Within(Sampling));
    }

    // Good practice is fast trains and short distances between crossing places: numbers that run against each other.
    [Test]
    public void What_a_group_shares_is_favour_not_the_number() => Assert.That(
        RankCorrelation(Draw(Factor(PlanningFactorIds.GoodsSpeedKmPerHour), 1), Draw(Factor(PlanningFactorIds.SidingSpacingKm), 1)),
        Is.EqualTo(-1).Within(1e-6));

    [TestCase(0)]
    [TestCase(0.5)]
    [TestCase(1)]
    public void Every_figure_keeps_its_own_distribution_whatever_the_correlation(double correlation)
    {
        var sorted = Draw(Stated("amur", Quantity.TrainPairsPerDay, Wide), correlation).Order().ToArray();
        foreach (var share in new[] { 0.1, 0.5, 0.9 })
        {
            var expected = Triangular.Quantile((double)Wide.Low, (double)Wide.Best, (double)Wide.High, share);
            Assert.That(sorted[(int)(share * DrawCount)], Is.EqualTo(expected).Within(2.5), $"quantile {share} of a range of 100");
        }
    }

    [Test]
    public void What_one_source_states_for_two_links_of_a_line_is_one_figure() => Assert.That(
        Draw(Stated("amur", Quantity.TrainPairsPerDay, Wide), 0), Is.EqualTo(Draw(Stated("amur", Quantity.TrainPairsPerDay, Wide), 0)));

    [Test]
    public void A_figure_with_one_value_is_that_value()
    {
        var exact = Stated("amur", Quantity.TrainPairsPerDay, Estimate.Exactly(6));
        Assert.That(Draw(exact, 0.5), Is.All.EqualTo(6));
    }

    [Test]
    public void Which_draws_are_read_together_changes_none_of_them()
    {
        var book = new FigureBook(Samples.Line(Grade.A).Situation(null, "red", []).Situation!);
        var figure = book.Of(Stated("amur", Quantity.TrainPairsPerDay, Wide));
        var (early, late) = (new FigureDraw(book, 11, 0, 0.5), new FigureDraw(book, 11, 2, 0.5));
        Assert.That(late.ValueIn(0, figure), Is.EqualTo(early.ValueIn(2, figure)));
    }

    [Test]
    public void A_figure_of_which_less_is_better_comes_in_reverse()
    {
        var (book, spacing) = (new FigureBook(Samples.Line(Grade.A).Situation(null, "red", []).Situation!), Factor(PlanningFactorIds.SidingSpacingKm));
        var draws = new FigureDraw(book, 11, 0, 0.5);
        var read = draws.Read(spacing);
        Assert.That(new[] { read.High, read.Best, read.Low }, Is.EqualTo(Enumerable.Range(0, 3).Select(i => draws.ValueIn(i, book.Of(spacing)))));
    }
}
