namespace RailOps.Analysis.Comparison;

/// <summary>One part of the difference between a case and the baseline, at the best level.</summary>
/// <param name="Kind">infrastructure, control, sources, forces, event or change.</param>
/// <param name="Sentence">What differs.</param>
/// <param name="AloneUnitDifference">Whole divisions gained when only this part is put into the baseline.</param>
/// <param name="AloneDeliveredKilogramsPerDay">Delivery gained then (kg/day).</param>
/// <param name="LastUnitDifference">Whole divisions gained when this part is put in last.</param>
/// <param name="LastDeliveredKilogramsPerDay">Delivery gained then (kg/day).</param>
public sealed record AttributionPart(
    string Kind,
    string Sentence,
    long AloneUnitDifference,
    long AloneDeliveredKilogramsPerDay,
    long LastUnitDifference,
    long LastDeliveredKilogramsPerDay);
