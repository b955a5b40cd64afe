using NUnit.Framework;
using RailOps.Analysis.Uncertainty;

namespace RailOps.Analysis.Tests.Uncertainty;

public sealed class TriangularTests
{
    private const double Tolerance = 1e-9;

    // Left and right arm, and the mode: F(2) = 1/2 for (0, 2, 4), F(1) = 1/8, F(3) = 7/8.
    [TestCase(0, 2, 4, 0.5, 2)]
    [TestCase(0, 2, 4, 0.125, 1)]
    [TestCase(0, 2, 4, 0.875, 3)]
    [TestCase(0, 0, 1, 0.75, 0.5)]
    [TestCase(0, 1, 1, 0.25, 0.5)]
    [TestCase(5, 5, 5, 0.3, 5)]
    public void Quantile_by_hand(double low, double best, double high, double probability, double value) =>
        Assert.That(Triangular.Quantile(low, best, high, probability), Is.EqualTo(value).Within(Tolerance));

    [FsCheck.NUnit.Property]
    public void The_quantile_undoes_the_distribution(byte left, byte right, ushort share)
    {
        var (low, best, high) = (-(double)left, 0d, (double)right);
        var probability = share / (double)ushort.MaxValue;
        var value = Triangular.Quantile(low, best, high, probability);
        Assert.That(value, Is.InRange(low, high), "within its range");
        if (low < high)
            Assert.That(Distribution(low, best, high, value), Is.EqualTo(probability).Within(1e-6));
    }

    // Proof: where u is on the left arm of both, the slope of the quantile grows as sqrt(width); on the right arm likewise; in between the ratio of
    // the slopes squared is at least the ratio of the widths. So each spread between two quantiles grows (dispersive order).
    [FsCheck.NUnit.Property]
    public void A_wider_range_round_the_same_best_value_spreads_any_two_quantiles_further(
        byte left, byte right, byte moreLeft, byte moreRight, ushort first, ushort second)
    {
        var (smaller, larger) = (Math.Min(first, second) / (double)ushort.MaxValue, Math.Max(first, second) / (double)ushort.MaxValue);
        double Spread(double low, double high) => Triangular.Quantile(low, 0, high, larger) - Triangular.Quantile(low, 0, high, smaller);
        Assert.That(Spread(-left - moreLeft, right + moreRight), Is.GreaterThanOrEqualTo(Spread(-left, right) - Tolerance));
    }

    private static double Distribution(double low, double best, double high, double x) => x < best
        ? (x - low) * (x - low) / ((high - low) * (best - low))
        : best == high ? 1 : 1 - ((high - x) * (high - x) / ((high - low) * (high - best)));
}
