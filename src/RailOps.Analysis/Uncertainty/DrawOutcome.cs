using System.Collections.Immutable;

namespace RailOps.Analysis.Uncertainty;

/// <summary>The answer in one draw.</summary>
/// <param name="UnitCounts">Whole divisions sustained, per front.</param>
/// <param name="Delivered">Delivered per front (kg/day).</param>
/// <param name="CutArcs">Arcs of the graph that are in the minimum cut and let something through, ascending.</param>
internal sealed record DrawOutcome(ImmutableArray<long> UnitCounts, ImmutableArray<long> Delivered, ImmutableArray<int> CutArcs)
{
    public Totals Totals => new(UnitCounts.Sum(), Delivered.Sum());
}
