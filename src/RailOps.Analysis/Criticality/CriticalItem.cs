using System.Collections.Immutable;
using RailOps.Analysis.Supply;
using RailOps.Model.Scenarios;

namespace RailOps.Analysis.Criticality;

/// <summary>One thing and what its loss alone costs, at the best level, but for the count of divisions, which is told at the three levels.</summary>
/// <param name="Rank">1 for the costliest; equal costs share a rank.</param>
/// <param name="Target">What is closed.</param>
/// <param name="SustainedCount">Whole divisions sustained without it.</param>
/// <param name="LostCount">Whole divisions lost; may be negative where the policy then serves smaller divisions.</param>
/// <param name="LostKilogramsPerDay">Delivery lost (kg/day), at least 0 but for the rounding of fair shares.</param>
/// <param name="Fronts">Fronts that lose or gain, largest loss of delivery first.</param>
public sealed record CriticalItem(
    int Rank, Target Target, LevelCount SustainedCount, long LostCount, long LostKilogramsPerDay, ImmutableArray<FrontLoss> Fronts);
