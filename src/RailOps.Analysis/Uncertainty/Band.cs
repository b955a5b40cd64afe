namespace RailOps.Analysis.Uncertainty;

/// <summary>
/// Where the draws of a whole number lie. A quantile is the smallest value that at least that share of the draws does not pass (the
/// inverse of the empirical distribution, definition 1 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The
/// American Statistician 50, 1996), so that a count stays whole.
/// </summary>
/// <param name="Smallest">Smallest.</param>
/// <param name="P10">10 % quantile.</param>
/// <param name="P50">Median.</param>
/// <param name="P90">90 % quantile.</param>
/// <param name="Largest">Largest.</param>
/// <param name="Mean">Mean.</param>
public readonly record struct Band(long Smallest, long P10, long P50, long P90, long Largest, double Mean)
{
    /// <summary>Reads the band of some draws.</summary>
    /// <param name="values">The draws, at least one, in any order.</param>
    /// <returns>The band.</returns>
    public static Band Of(IEnumerable<long> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
            throw new ArgumentException("A band needs at least one draw, but there is none.", nameof(values));
        return new Band(sorted[0], At(sorted, 10), At(sorted, 50), At(sorted, 90), sorted[^1], sorted.Average());
    }

    private static long At(long[] sorted, int percent) => sorted[Math.Max(1, ((sorted.Length * percent) + 99) / 100) - 1];
}
