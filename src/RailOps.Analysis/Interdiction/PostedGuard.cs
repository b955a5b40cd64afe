namespace RailOps.Analysis.Interdiction;

/// <summary>A guard of the best defence.</summary>
/// <param name="Guard">What it guards.</param>
/// <param name="LostWithoutKilogramsPerDay">Delivery lost against the best attack if this one were missing (kg/day); null: not worked out in time.</param>
public sealed record PostedGuard(Guard Guard, long? LostWithoutKilogramsPerDay);
