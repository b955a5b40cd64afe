namespace RailOps.Analysis.Uncertainty;

/// <summary>How often at least so many divisions were sustained.</summary>
/// <param name="Count">Divisions.</param>
/// <param name="Probability">Share of the draws with at least as many.</param>
/// <param name="StandardError">Standard error of that share, sqrt(p (1 - p) / draws): what the sampling alone may be off.</param>
public sealed record CountChance(long Count, double Probability, double StandardError)
{
    /// <summary>Counts draws.</summary>
    /// <param name="count">Divisions.</param>
    /// <param name="hits">Draws with at least as many.</param>
    /// <param name="drawCount">All draws.</param>
    /// <returns>The chance.</returns>
    public static CountChance Of(long count, int hits, int drawCount) => new(count, (double)hits / drawCount, ErrorOf(hits, drawCount));

    /// <summary>Standard error of a share of draws.</summary>
    internal static double ErrorOf(int hits, int drawCount)
    {
        var share = (double)hits / drawCount;
        return Math.Sqrt(share * (1 - share) / drawCount);
    }
}
