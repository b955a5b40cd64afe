using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Model.Timelines;

/// <summary>Where supply enters the network.</summary>
/// <param name="SideId">Whose it is.</param>
/// <param name="StationId">Where.</param>
/// <param name="Kind">general, ammunition, grain, oil, coal.</param>
/// <param name="TonnesPerDay">How much (t/day), or null: as much as the network can carry.</param>
/// <param name="From">First day, or null.</param>
/// <param name="To">First day on which it no longer gives, or null.</param>
/// <param name="Evidence">Source and grade.</param>
public sealed record SupplySource(
    string SideId, string StationId, string Kind, Estimate? TonnesPerDay, DateOnly? From, DateOnly? To, Evidence Evidence);
