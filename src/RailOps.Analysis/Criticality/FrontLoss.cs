using RailOps.Model.Timelines;

namespace RailOps.Analysis.Criticality;

/// <summary>What one front loses.</summary>
/// <param name="Front">The front.</param>
/// <param name="LostCount">Whole divisions lost; negative: gained.</param>
/// <param name="LostKilogramsPerDay">Delivery lost (kg/day); negative: gained.</param>
public sealed record FrontLoss(Front Front, long LostCount, long LostKilogramsPerDay);
