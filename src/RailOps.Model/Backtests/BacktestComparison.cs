namespace RailOps.Model.Backtests;

/// <summary>How an observation bounds the truth.</summary>
public enum BacktestComparison
{
    /// <summary>The truth lies in the observed range.</summary>
    Range,

    /// <summary>History did at least this much: a floor.</summary>
    AtLeast,

    /// <summary>History did not do more than this, or took no more time: a ceiling.</summary>
    AtMost,
}
