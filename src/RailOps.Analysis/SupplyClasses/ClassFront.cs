using System.Collections.Immutable;
using RailOps.Analysis.Supply;

namespace RailOps.Analysis.SupplyClasses;

/// <summary>The answer by class for one front.</summary>
/// <param name="OneClass">The same front with one class from all the same sources, enough coal and enough wagons.</param>
/// <param name="SustainedCount">Whole divisions sustained.</param>
/// <param name="DeliveredKilogramsPerDay">Delivered, all classes together (kg/day).</param>
/// <param name="Classes">Class by class; empty if one class was asked for.</param>
/// <param name="CoalGainUnitCount">Whole divisions more at the best level if locomotives burnt nothing.</param>
/// <param name="WagonGainUnitCount">Whole divisions more at the best level with any number of wagons.</param>
/// <param name="LocomotiveGainUnitCount">Whole divisions more at the best level with any number of locomotives.</param>
/// <param name="EntryKilogramsPerDay">Delivered over each entry of the front at the best level (kg/day), in the order of the front's entries.</param>
/// <param name="Sentence">What binds, in words.</param>
public sealed record ClassFront(
    FrontAssessment OneClass,
    LevelCount SustainedCount,
    LevelCount DeliveredKilogramsPerDay,
    ImmutableArray<ClassDelivery> Classes,
    long CoalGainUnitCount,
    long WagonGainUnitCount,
    long LocomotiveGainUnitCount,
    ImmutableArray<long> EntryKilogramsPerDay,
    string Sentence);
