namespace RailOps.Model.Backtests;

/// <summary>What an observation is good for.</summary>
public enum BacktestRole
{
    /// <summary>Scored: grade A to C, and no figure of the model was fitted from it.</summary>
    Test,

    /// <summary>A figure of the model was taken or fitted from it, so agreement proves nothing.</summary>
    Calibration,

    /// <summary>A recollection, an interpolation or a judgement: drawn beside the model, never scored.</summary>
    Guide,
}
