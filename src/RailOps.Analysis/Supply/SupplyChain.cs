using System.Collections.Immutable;

namespace RailOps.Analysis.Supply;

/// <summary>From trains to divisions for one front, at the best level.</summary>
/// <param name="TrainPairsPerDay">Train pairs a day over the limiting cut after civil trains; 0 if no railway is in it.</param>
/// <param name="AloneKilogramsPerDay">Over the limiting cut if this front alone drew on it (kg/day); -1: not limited.</param>
/// <param name="DeliveredKilogramsPerDay">Delivered under the policy (kg/day).</param>
/// <param name="SliceKilogramsPerDay">Need of one division slice (kg/day); 0 if nothing is there.</param>
/// <param name="UnitCount">Whole divisions sustained.</param>
/// <param name="LeftOverKilogramsPerDay">Delivered beyond whole divisions (kg/day).</param>
/// <param name="Steps">The chain in words.</param>
public sealed record SupplyChain(
    decimal TrainPairsPerDay,
    long AloneKilogramsPerDay,
    long DeliveredKilogramsPerDay,
    long SliceKilogramsPerDay,
    long UnitCount,
    long LeftOverKilogramsPerDay,
    ImmutableArray<string> Steps);
