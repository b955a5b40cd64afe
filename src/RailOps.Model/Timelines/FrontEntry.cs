namespace RailOps.Model.Timelines;

/// <summary>A station where a front draws supply.</summary>
/// <param name="StationId">The station.</param>
/// <param name="RoadLegKm">Haul beyond it that is not a link of the network (km).</param>
public sealed record FrontEntry(string StationId, decimal RoadLegKm);
