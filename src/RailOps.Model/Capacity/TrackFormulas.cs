using RailOps.Model.Units;

namespace RailOps.Model.Capacity;

/// <summary>
/// How many train pairs a day a line can pass.
/// Source: the single-track formula of the Russian school, N = 1440 / T with T = t1 + t2 + s, and its planning share K
/// (source <c>doc-S07</c> of the data); with s = 0 it is the train density of US Army FM 55-20 (<c>doc-S02</c>).
/// </summary>
public static class TrackFormulas
{
    private const decimal MinutesPerDay = 1440m;

    /// <summary>Theoretical pairs a day of a single line between two crossing places.</summary>
    /// <param name="sidingSpacingKm">Distance between crossing places, more than 0 (km).</param>
    /// <param name="speedKmPerHour">Speed between them, more than 0 (km/h).</param>
    /// <param name="crossingLossMinutes">Time lost at a crossing, at least 0 (minutes).</param>
    /// <returns>1440 / (120 d / v + s) pairs a day, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Spacing or speed is not more than 0, or the loss is negative.</exception>
    public static decimal SingleTrackPairsPerDay(decimal sidingSpacingKm, decimal speedKmPerHour, decimal crossingLossMinutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sidingSpacingKm);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speedKmPerHour);
        ArgumentOutOfRangeException.ThrowIfNegative(crossingLossMinutes);
        return MinutesPerDay / ((120m * sidingSpacingKm / speedKmPerHour) + crossingLossMinutes);
    }

    /// <summary>Pairs a day of a single line that may be planned: theoretical pairs times the planning share, rounded down.</summary>
    /// <param name="sidingSpacingKm">Distance between crossing places (km); low is the short one, which is favourable.</param>
    /// <param name="speedKmPerHour">Speed between them (km/h).</param>
    /// <param name="crossingLossMinutes">Time lost at a crossing (minutes); low is favourable.</param>
    /// <param name="planningShare">Share that may be planned, 0 to 1.</param>
    /// <returns>Whole pairs a day: cautious, most likely, favourable.</returns>
    public static Estimate PlannedSingleTrack(
        Estimate sidingSpacingKm, Estimate speedKmPerHour, Estimate crossingLossMinutes, Estimate planningShare)
    {
        var spacing = sidingSpacingKm.Reverse();
        var loss = crossingLossMinutes.Reverse();
        decimal At(EstimateLevel level) =>
            decimal.Floor(SingleTrackPairsPerDay(spacing[level], speedKmPerHour[level], loss[level]) * planningShare[level]);
        return new Estimate(At(EstimateLevel.Low), At(EstimateLevel.Best), At(EstimateLevel.High));
    }
}
