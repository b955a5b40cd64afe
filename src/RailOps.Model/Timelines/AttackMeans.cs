using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Model.Timelines;

/// <summary>A means of attack that a timeline gives a side; used by interdiction, told by the catalogue.</summary>
/// <param name="Id">Lower-case ASCII id, unique in the timeline; empty: told only, cannot be asked for.</param>
/// <param name="SideId">The attacker.</param>
/// <param name="Means">What it is.</param>
/// <param name="AvailableCount">Raids, or aircraft, in the window; null: not stated.</param>
/// <param name="From">First day, or null.</param>
/// <param name="To">First day on which it is gone, or null.</param>
/// <param name="Targets">What it can strike, in the words of the data.</param>
/// <param name="CapacityLeftRatio">Share of the capacity left until repaired, 0 to 1; null: not stated.</param>
/// <param name="RepairDays">Time to repair (days); null: not stated.</param>
/// <param name="SuccessProbability">Chance of success, 0 to 1; null: not stated.</param>
/// <param name="Use">What an attack takes and where it can fall; null: told only, cannot be asked for.</param>
/// <param name="Evidence">Source and grade.</param>
public sealed record AttackMeans(
    string Id,
    string SideId,
    string Means,
    decimal? AvailableCount,
    DateOnly? From,
    DateOnly? To,
    string Targets,
    decimal? CapacityLeftRatio,
    Estimate? RepairDays,
    Estimate? SuccessProbability,
    AttackUse? Use,
    Evidence Evidence)
{
    /// <summary>Says whether the means is there on a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True if it is.</returns>
    public bool HoldsOn(DateOnly date) => (From is null || From <= date) && (To is null || date < To);
}
