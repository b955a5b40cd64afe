using RailOps.Analysis.Supply;

namespace RailOps.Analysis.SupplyClasses;

/// <summary>Coal that locomotives burn to bring the deliveries.</summary>
/// <param name="BurntKilogramsPerDay">Burnt on all lines (kg/day).</param>
/// <param name="Sentence">How much, from where, at which assumed rate.</param>
public sealed record CoalUse(LevelCount BurntKilogramsPerDay, string Sentence);
