namespace RailOps.Analysis.Interdiction;

/// <summary>What arrives on average if each attack succeeds or fails by itself.</summary>
/// <param name="KilogramsPerDay">The expectation (kg/day).</param>
/// <param name="IsExact">True: all outcomes were counted; false: a sample average.</param>
public sealed record ExpectedDelivery(decimal KilogramsPerDay, bool IsExact);
