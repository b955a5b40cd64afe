using NUnit.Framework;
using RailOps.Analysis.Backtests;
using RailOps.Model.Backtests;
using RailOps.Model.Units;

namespace RailOps.Analysis.Tests.Backtests;

/// <summary>The rule by which answers are judged, at and beside its bounds.</summary>
public sealed class BacktestJudgeTests
{
    [TestCase(1, 10, 20, BacktestVerdict.BestInside)]
    [TestCase(1, 14, 20, BacktestVerdict.BestInside)]
    [TestCase(1, 9, 10, BacktestVerdict.RangesOverlap)]
    [TestCase(14, 15, 20, BacktestVerdict.RangesOverlap)]
    [TestCase(1, 5, 9, BacktestVerdict.Miss)]
    [TestCase(15, 16, 20, BacktestVerdict.Miss)]
    public void A_range_wants_the_most_likely_answer_inside_or_at_least_a_common_value(int low, int best, int high, BacktestVerdict expected) =>
        Assert.That(Judge(low, best, high, BacktestComparison.Range), Is.EqualTo(expected));

    [TestCase(1, 12, 20, BacktestVerdict.BestInside)]
    [TestCase(90, 95, 99, BacktestVerdict.BestInside)]
    [TestCase(1, 11, 11, BacktestVerdict.RangesOverlap)]
    [TestCase(1, 5, 10, BacktestVerdict.RangesOverlap)]
    [TestCase(1, 5, 9, BacktestVerdict.Miss)]
    public void A_floor_must_be_reached(int low, int best, int high, BacktestVerdict expected) =>
        Assert.That(Judge(low, best, high, BacktestComparison.AtLeast), Is.EqualTo(expected));

    [TestCase(1, 12, 20, BacktestVerdict.BestInside)]
    [TestCase(0, 0, 0, BacktestVerdict.BestInside)]
    [TestCase(13, 13, 20, BacktestVerdict.RangesOverlap)]
    [TestCase(14, 15, 20, BacktestVerdict.RangesOverlap)]
    [TestCase(15, 16, 20, BacktestVerdict.Miss)]
    public void A_ceiling_must_be_kept(int low, int best, int high, BacktestVerdict expected) =>
        Assert.That(Judge(low, best, high, BacktestComparison.AtMost), Is.EqualTo(expected));

    private static BacktestVerdict Judge(int low, int best, int high, BacktestComparison comparison) =>
        BacktestJudge.Judge(new Estimate(low, best, high), new Estimate(10, 12, 14), comparison);
}
