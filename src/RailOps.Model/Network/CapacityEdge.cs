namespace RailOps.Model.Network;

/// <summary>One edge of a <see cref="CapacityNetwork"/>.</summary>
/// <param name="Id">Edge id.</param>
/// <param name="FromId">Node at one end.</param>
/// <param name="ToId">Node at the other end.</param>
/// <param name="Capacity">Whole units of the network, or null: unlimited.</param>
/// <param name="IsDirected">False: usable both ways.</param>
public sealed record CapacityEdge(string Id, string FromId, string ToId, long? Capacity, bool IsDirected);
