namespace RailOps.Model.Backtests;

/// <summary>Which cells of a case a question reads.</summary>
[Flags]
public enum BacktestNeeds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Two stations: <c>from_id</c> and <c>to_id</c>.</summary>
    Section = 1,

    /// <summary>How many: <c>amount_*</c>.</summary>
    Amount = 2,

    /// <summary>How far: <c>haul_km</c>.</summary>
    Haul = 4,

    /// <summary>The orders of battle of a day of the timeline; <c>front_id</c> may name one front.</summary>
    Forces = 8,
}
