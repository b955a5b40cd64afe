using System.Collections.Immutable;

namespace RailOps.Analysis.Supply;

/// <summary>Places that together hold back the flow, at the best level; their capacities add up to what can pass.</summary>
/// <param name="CapacityKilogramsPerDay">Sum of the capacities (kg/day).</param>
/// <param name="Elements">The places, largest capacity first; closed ones (capacity 0) last.</param>
/// <param name="IsUnique">False: another cut of the same capacity exists.</param>
/// <param name="Sentence">The cut in one sentence.</param>
public sealed record Cut(long CapacityKilogramsPerDay, ImmutableArray<CutElement> Elements, bool IsUnique, string Sentence)
{
    /// <summary>How much of the capacity rests on figures of which grade; empty if nothing passes.</summary>
    public ImmutableArray<GradeShare> GradeShares => GradeShare.Of(Elements);
}
