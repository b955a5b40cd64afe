using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Model.Doctrine;

/// <summary>A figure of railway or road practice: one row of <c>planning_factors.csv</c>.</summary>
/// <param name="Id">Name with its unit, for example <c>siding_spacing_km</c>; see <see cref="PlanningFactorIds"/>.</param>
/// <param name="Scope">Operator that it holds for (<see cref="Link.Operator"/>), or <c>all</c>.</param>
/// <param name="ValidFrom">First day, or null.</param>
/// <param name="ValidTo">First day on which it no longer holds, or null.</param>
/// <param name="Value">The figure; low and high bound it from below and above, whichever is favourable.</param>
/// <param name="Evidence">Source and grade.</param>
public sealed record PlanningFactor(string Id, string Scope, DateOnly? ValidFrom, DateOnly? ValidTo, Estimate Value, Evidence Evidence)
{
    /// <summary>Says whether the figure holds on a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True if it does.</returns>
    public bool HoldsOn(DateOnly date) => (ValidFrom is null || ValidFrom <= date) && (ValidTo is null || date < ValidTo);
}
