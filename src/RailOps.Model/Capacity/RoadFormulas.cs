namespace RailOps.Model.Capacity;

/// <summary>
/// What a truck fleet delivers over a distance: it must turn round, and it burns fuel that it has to carry.
/// Source: turn-round arithmetic calibrated on the supply of Khalkhin Gol in 1939 (700 km, 6 days, 1,950 t/day with 6,000 trucks;
/// sources <c>doc-S18</c> to <c>doc-S22</c> of the data).
/// </summary>
public static class RoadFormulas
{
    /// <summary>Delivered by a fleet.</summary>
    /// <param name="truckCount">Trucks on hand, at least 0.</param>
    /// <param name="fitShare">Share fit to run, 0 to 1.</param>
    /// <param name="payloadKg">Mean load of a truck (kg).</param>
    /// <param name="fuelKgPerKm">Fuel burnt, carried from the base for both ways (kg/km).</param>
    /// <param name="haulLengthKm">One-way distance, at least 0 (km).</param>
    /// <param name="convoyKmPerDay">Distance driven in a day, more than 0 (km/day).</param>
    /// <param name="handlingDays">Loading, unloading and rest in a round trip, more than 0 (days).</param>
    /// <returns>Tonnes a day, N a (p - 2 c D) / (2 D / v + t) / 1000; 0 beyond the range at which the load is all burnt.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Speed or handling time is not more than 0.</exception>
    public static decimal DeliveredTonnesPerDay(
        decimal truckCount,
        decimal fitShare,
        decimal payloadKg,
        decimal fuelKgPerKm,
        decimal haulLengthKm,
        decimal convoyKmPerDay,
        decimal handlingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(convoyKmPerDay);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(handlingDays);
        var deliveredKg = Math.Max(0m, payloadKg - (2m * fuelKgPerKm * haulLengthKm));
        var turnaroundDays = (2m * haulLengthKm / convoyKmPerDay) + handlingDays;
        return truckCount * fitShare * deliveredKg / turnaroundDays / 1000m;
    }
}
