using System.Collections.Immutable;
using RailOps.Analysis.Supply;

namespace RailOps.Analysis.Comparison;

/// <summary>Situations side by side.</summary>
/// <param name="Cases">The cases, the baseline first.</param>
/// <param name="Assessments">Their answers, in the same order.</param>
/// <param name="Attributions">For each case but the first.</param>
/// <param name="Sentences">The comparison in words.</param>
public sealed record ComparisonAnswer(
    ImmutableArray<ComparisonCase> Cases,
    ImmutableArray<SupplyAssessment> Assessments,
    ImmutableArray<Attribution> Attributions,
    ImmutableArray<string> Sentences);
