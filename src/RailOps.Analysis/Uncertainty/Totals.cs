namespace RailOps.Analysis.Uncertainty;

/// <summary>All fronts together.</summary>
/// <param name="UnitCount">Whole divisions sustained.</param>
/// <param name="DeliveredKilogramsPerDay">Delivered (kg/day).</param>
public readonly record struct Totals(long UnitCount, long DeliveredKilogramsPerDay);
