using RailOps.Model.Units;

namespace RailOps.Model.Network;

/// <summary>What a port or a gauge break can handle for one stretch of time: one row of <c>ports.csv</c> or <c>transshipment.csv</c>.</summary>
/// <param name="StationId">The station.</param>
/// <param name="Kind">What is limited.</param>
/// <param name="ValidFrom">First day, or null.</param>
/// <param name="ValidTo">First day on which it no longer holds, or null.</param>
/// <param name="TonnesPerDay">Handled in each direction (t/day).</param>
/// <param name="Evidence">Source and grade.</param>
public sealed record StationCapacity(
    string StationId, StationCapacityKind Kind, DateOnly? ValidFrom, DateOnly? ValidTo, Estimate TonnesPerDay, Evidence Evidence)
{
    /// <summary>Says whether the figure holds on a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True if it does.</returns>
    public bool HoldsOn(DateOnly date) => (ValidFrom is null || ValidFrom <= date) && (ValidTo is null || date < ValidTo);
}
