using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Model.Doctrine;

/// <summary>Rolling stock that a side can spare for the supply of a theatre: one row of <c>fleets.csv</c>.</summary>
/// <param name="SideId">The side.</param>
/// <param name="ValidFrom">First day, or null.</param>
/// <param name="ValidTo">First day on which it no longer holds, or null.</param>
/// <param name="WagonCount">Goods wagons, or null: not known.</param>
/// <param name="LocomotiveCount">Goods locomotives, or null: not known.</param>
/// <param name="Evidence">Source and grade.</param>
public sealed record Fleet(
    string SideId, DateOnly? ValidFrom, DateOnly? ValidTo, Estimate? WagonCount, Estimate? LocomotiveCount, Evidence Evidence)
{
    /// <summary>Says whether the row holds on a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True if it does.</returns>
    public bool HoldsOn(DateOnly date) => (ValidFrom is null || ValidFrom <= date) && (ValidTo is null || date < ValidTo);
}
