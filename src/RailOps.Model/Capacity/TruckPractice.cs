using RailOps.Model.Doctrine;
using RailOps.Model.Network;

namespace RailOps.Model.Capacity;

/// <summary>
/// The truck constants of one operator. Only the best values are used: payload and share fit were calibrated together (only their
/// product is observed), so varying them apart would widen the answer for no reason; the range comes from the size of the fleet.
/// </summary>
public sealed class TruckPractice
{
    private readonly PlanningFactor _fit;
    private readonly PlanningFactor _payload;
    private readonly PlanningFactor _fuel;
    private readonly PlanningFactor _speed;
    private readonly PlanningFactor _handling;

    /// <summary>Looks the constants up.</summary>
    /// <param name="doctrine">The tables.</param>
    /// <param name="scope">Operator.</param>
    /// <param name="date">The day.</param>
    public TruckPractice(DoctrineTables doctrine, string scope, DateOnly date)
    {
        _fit = doctrine.FactorOn(PlanningFactorIds.TruckFitShare, scope, date);
        _payload = doctrine.FactorOn(PlanningFactorIds.TruckPayloadKg, scope, date);
        _fuel = doctrine.FactorOn(PlanningFactorIds.TruckFuelKgPerKm, scope, date);
        _speed = doctrine.FactorOn(PlanningFactorIds.ConvoyKmPerDay, scope, date);
        _handling = doctrine.FactorOn(PlanningFactorIds.TruckHandlingDays, scope, date);
    }

    /// <summary>Sources and worst grade of the constants.</summary>
    public Evidence Evidence => CapacityChain.Together(
        _fit.Evidence, _payload.Evidence, _fuel.Evidence, _speed.Evidence, _handling.Evidence);

    /// <summary>Delivered by a fleet over a distance.</summary>
    /// <param name="truckCount">Trucks on hand.</param>
    /// <param name="haulLengthKm">One-way distance (km).</param>
    /// <returns>Tonnes a day.</returns>
    public decimal DeliveredTonnesPerDay(decimal truckCount, decimal haulLengthKm) => RoadFormulas.DeliveredTonnesPerDay(
        truckCount, _fit.Value.Best, _payload.Value.Best, _fuel.Value.Best, haulLengthKm, _speed.Value.Best, _handling.Value.Best);
}
