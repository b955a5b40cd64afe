using System.Collections.Immutable;
using RailOps.Analysis.Graph;
using RailOps.Model.Network;

namespace RailOps.Analysis.Supply;

/// <summary>How much of a cut rests on figures of one grade.</summary>
/// <param name="Grade">The grade: the worst among the figures behind a capacity.</param>
/// <param name="Share">Share of the cut's capacity, more than 0 up to 1; all shares of a cut add up to 1.</param>
public sealed record GradeShare(Grade Grade, decimal Share)
{
    /// <summary>Shares the capacity of some places out by grade. Fronts whose need is met are no places that limit.</summary>
    /// <param name="elements">The places.</param>
    /// <returns>One row per grade, best grade first; empty if nothing passes.</returns>
    public static ImmutableArray<GradeShare> Of(IEnumerable<CutElement> elements)
    {
        var limits = elements.Where(e => e.Arc.Kind != GraphArcKind.Need && e.CapacityKilogramsPerDay > 0).ToList();
        var total = limits.Sum(e => (decimal)e.CapacityKilogramsPerDay);
        return
        [
            .. limits.GroupBy(e => e.Arc.Grade)
                .OrderBy(g => g.Key)
                .Select(g => new GradeShare(g.Key, g.Sum(e => (decimal)e.CapacityKilogramsPerDay) / total)),
        ];
    }

    /// <summary>The share of grade D.</summary>
    /// <param name="shares">The shares of a cut.</param>
    /// <returns>0 to 1.</returns>
    public static decimal OfAssumed(ImmutableArray<GradeShare> shares) => shares.FirstOrDefault(s => s.Grade == Grade.D)?.Share ?? 0m;
}
