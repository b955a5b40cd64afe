namespace RailOps.Analysis.Backtests;

/// <summary>How an answer stands to an observation.</summary>
public enum BacktestVerdict
{
    /// <summary>The most likely answer lies in the observed range.</summary>
    BestInside,

    /// <summary>The ranges overlap, but the most likely answer lies outside of the observed one.</summary>
    RangesOverlap,

    /// <summary>The ranges do not overlap.</summary>
    Miss,

    /// <summary>There is no answer.</summary>
    NotAnswered,
}
