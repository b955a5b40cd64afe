using RailOps.Model.Units;

namespace RailOps.Analysis.Uncertainty;

/// <summary>A figure made ready to be drawn.</summary>
/// <param name="Parameter">What a tornado moves it with.</param>
/// <param name="Own">Name of its own quantile.</param>
/// <param name="Choice">Name of the number that says whether it takes its own quantile or its group's.</param>
/// <param name="Group">Name of the quantile that it shares.</param>
/// <param name="Range">Its range.</param>
/// <param name="LowIsFavourable">True: less of it is better (needs, losses of time, trains of others).</param>
internal sealed record DrawnFigure(FigureParameter Parameter, ulong Own, ulong Choice, ulong Group, Estimate Range, bool LowIsFavourable)
{
    // Enough for any figure of the tables, and few enough for a chain of factors to stay exact.
    private const int Decimals = 6;

    private readonly double _low = (double)Range.Low;
    private readonly double _best = (double)Range.Best;
    private readonly double _high = (double)Range.High;

    /// <summary>True: it has one value.</summary>
    public bool IsExact => Range.Low == Range.High;

    /// <summary>Its value in a world where things stand as well as that share of all worlds at most.</summary>
    /// <param name="favour">0 (worst) to 1 (best).</param>
    public decimal At(double favour)
    {
        var value = Triangular.Quantile(_low, _best, _high, LowIsFavourable ? 1 - favour : favour);
        return Math.Clamp(Math.Round((decimal)value, Decimals), Range.Low, Range.High);
    }

    /// <summary>
    /// Three values as an estimate whose low, best and high level each stand for a world of their own. Where less is better, whoever reads the
    /// figure takes its high value at the low level, so the values come in reverse.
    /// </summary>
    public Estimate InOrder(decimal atLow, decimal atBest, decimal atHigh) =>
        LowIsFavourable ? new Estimate(atHigh, atBest, atLow) : new Estimate(atLow, atBest, atHigh);
}
