using System.Collections.Immutable;
using RailOps.Analysis.Demand;
using RailOps.Analysis.Supply;

namespace RailOps.Analysis.Uncertainty;

/// <summary>One front over all draws.</summary>
/// <param name="Need">The front and its need as stated; null: all fronts together.</param>
/// <param name="PresentCount">Divisions present.</param>
/// <param name="Stated">Whole divisions sustained with cautious, most likely and favourable figures.</param>
/// <param name="Divisions">Whole divisions sustained.</param>
/// <param name="DeliveredKilogramsPerDay">Delivered (kg/day).</param>
/// <param name="Chances">For each count from 0 to those present, how often at least as many were sustained.</param>
public sealed record FrontBand(
    FrontNeed? Need,
    long PresentCount,
    LevelCount Stated,
    Band Divisions,
    Band DeliveredKilogramsPerDay,
    ImmutableArray<CountChance> Chances);
