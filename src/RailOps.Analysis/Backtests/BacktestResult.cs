using System.Collections.Immutable;
using RailOps.Model.Backtests;

namespace RailOps.Analysis.Backtests;

/// <summary>A case with the model's answer and the verdict.</summary>
/// <param name="Case">The case.</param>
/// <param name="Answer">The answer, or null: there is none.</param>
/// <param name="Verdict">How the answer stands to the observation.</param>
/// <param name="SharedSourceIds">Sources of the observation that a figure of the answer rests on too, catch-all ids left out.</param>
/// <param name="Why">Where the answer comes from, or why there is none, in one sentence.</param>
public sealed record BacktestResult(
    BacktestCase Case, BacktestAnswer? Answer, BacktestVerdict Verdict, ImmutableArray<string> SharedSourceIds, string Why)
{
    /// <summary>True: agreement or a miss counts.</summary>
    public bool IsScored => Case.Role == BacktestRole.Test && Case.CannotAnswer.Length == 0;

    /// <summary>True: the ranges have something in common.</summary>
    public bool IsInside => Verdict is BacktestVerdict.BestInside or BacktestVerdict.RangesOverlap;

    /// <summary>True: a scored case misses, or has no answer, and nobody has said why.</summary>
    public bool IsUnexpectedMiss => IsScored && Case.KnownMiss.Length == 0 && !IsInside;

    /// <summary>True: it is listed as a known miss, and no longer misses.</summary>
    public bool IsStaleMiss => IsScored && Case.KnownMiss.Length > 0 && IsInside;
}
