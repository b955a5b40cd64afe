namespace RailOps.Analysis.Supply;

/// <summary>What a small improvement would bring, at the best level.</summary>
/// <param name="AddedCapacityKilogramsPerDay">Capacity added (kg/day).</param>
/// <param name="AddedDeliveredKilogramsPerDay">More delivered to all fronts together (kg/day).</param>
/// <param name="AddedUnitCount">More whole divisions, all fronts together; may be negative under a policy that shares anew.</param>
public sealed record Gain(long AddedCapacityKilogramsPerDay, long AddedDeliveredKilogramsPerDay, long AddedUnitCount);
