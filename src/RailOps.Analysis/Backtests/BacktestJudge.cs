using RailOps.Model.Backtests;
using RailOps.Model.Units;

namespace RailOps.Analysis.Backtests;

/// <summary>
/// The rule of the back-tests. A range: inside if the most likely answer is within the observed low and high; overlapping if the two ranges
/// have a value in common. A floor: inside if the most likely answer reaches the observed best; overlapping if the favourable answer reaches the
/// observed low. A ceiling: the reverse.
/// </summary>
public static class BacktestJudge
{
    /// <summary>Compares.</summary>
    /// <param name="answer">The model's low, best and high.</param>
    /// <param name="observed">History's low, best and high, in the same unit.</param>
    /// <param name="comparison">How the observation bounds the truth.</param>
    /// <returns>The verdict; never <see cref="BacktestVerdict.NotAnswered"/>.</returns>
    public static BacktestVerdict Judge(Estimate answer, Estimate observed, BacktestComparison comparison)
    {
        var (isInside, overlaps) = comparison switch
        {
            BacktestComparison.AtLeast => (answer.Best >= observed.Best, answer.High >= observed.Low),
            BacktestComparison.AtMost => (answer.Best <= observed.Best, answer.Low <= observed.High),
            _ => (observed.Low <= answer.Best && answer.Best <= observed.High, answer.Low <= observed.High && observed.Low <= answer.High),
        };
        return isInside ? BacktestVerdict.BestInside : overlaps ? BacktestVerdict.RangesOverlap : BacktestVerdict.Miss;
    }
}
