namespace RailOps.Solvers.Commodities;

/// <summary>How a <see cref="CommoditySolver"/> works. Immutable.</summary>
public sealed record CommodityOptions
{
    /// <summary>Flow units by which a need may be missed after rounding.</summary>
    public long Tolerance { get; init; } = 100;

    /// <summary>Time for all programs together; null: not limited.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Clock for the limit.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>True: what holds back demanders that stay short is worked out too.</summary>
    public bool WithBindings { get; init; }

    /// <summary>True: whole units under the priority policy by mixed-integer programs too, instead of rounding down linear ones. The same answer, slower.</summary>
    public bool WholeByInteger { get; init; }
}
