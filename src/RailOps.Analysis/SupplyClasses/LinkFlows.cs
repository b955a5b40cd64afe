namespace RailOps.Analysis.SupplyClasses;

/// <summary>What runs over a link at the best level, all classes and coal together.</summary>
/// <param name="ForwardKilogramsPerDay">From its first station to its second (kg/day).</param>
/// <param name="BackwardKilogramsPerDay">From its second station to its first (kg/day).</param>
public readonly record struct LinkFlows(long ForwardKilogramsPerDay, long BackwardKilogramsPerDay);
