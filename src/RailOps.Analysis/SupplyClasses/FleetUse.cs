using System.Collections.Immutable;
using RailOps.Analysis.Supply;
using RailOps.Model.Network;

namespace RailOps.Analysis.SupplyClasses;

/// <summary>Rolling stock that the deliveries take.</summary>
/// <param name="WagonCount">Wagons taken.</param>
/// <param name="WagonStock">Wagons that there are, or null: not known, so not limited.</param>
/// <param name="LocomotiveCount">Locomotives taken.</param>
/// <param name="LocomotiveStock">Locomotives that there are, or null: not known, so not limited.</param>
/// <param name="Grade">Grade of the stock; D if nothing is known.</param>
/// <param name="SourceIds">Sources of the stock; none if nothing is known.</param>
/// <param name="Sentence">Used of how many, and whether they bind.</param>
public sealed record FleetUse(
    LevelCount WagonCount, LevelCount? WagonStock, LevelCount LocomotiveCount, LevelCount? LocomotiveStock, Grade Grade, ImmutableArray<string> SourceIds, string Sentence);
