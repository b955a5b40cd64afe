using RailOps.Model.Scenarios;

namespace RailOps.Analysis.Criticality;

/// <summary>Two things and what losing both costs, at the best level.</summary>
/// <param name="Rank">1 for the pair that costs most beyond its parts; equal ones share a rank.</param>
/// <param name="First">The one that comes first in the order of kinds and files.</param>
/// <param name="Second">The other.</param>
/// <param name="SustainedCount">Whole divisions sustained without both.</param>
/// <param name="LostCount">Whole divisions lost; may be negative where the policy then serves smaller divisions.</param>
/// <param name="LostKilogramsPerDay">Delivery lost (kg/day).</param>
/// <param name="BeyondCount">Whole divisions lost beyond the losses of each alone, added up.</param>
/// <param name="BeyondKilogramsPerDay">Delivery lost beyond the losses of each alone, added up (kg/day).</param>
public sealed record LossPair(
    int Rank, Target First, Target Second, long SustainedCount, long LostCount, long LostKilogramsPerDay, long BeyondCount, long BeyondKilogramsPerDay);
