using System.Collections.Immutable;

namespace RailOps.Analysis.Comparison;

/// <summary>What the difference between a case and the baseline is made of.</summary>
/// <param name="Label">The case.</param>
/// <param name="UnitDifference">Whole divisions, case less baseline.</param>
/// <param name="DeliveredKilogramsPerDay">Delivery, case less baseline (kg/day).</param>
/// <param name="Parts">The parts, largest effect first; they need not add up.</param>
public sealed record Attribution(
    string Label, long UnitDifference, long DeliveredKilogramsPerDay, ImmutableArray<AttributionPart> Parts);
