namespace RailOps.Solvers.Interdiction;

/// <summary>A minimum cut of an <see cref="AttackNet"/> under prices, with the flow that proves it.</summary>
internal sealed class PricedCut
{
    public required Prices Prices { get; init; }

    /// <summary>Flow per arc in parts.</summary>
    public required long[] Flow { get; init; }

    /// <summary>Capacity forward per arc in parts.</summary>
    public required long[] Capacity { get; init; }

    /// <summary>Lower bound on what any plan leaves, in parts: flow less the price of the whole budget.</summary>
    public required Int128 Bound { get; init; }

    /// <summary>The cut nearest the source; empty if the flow is so large that no cut was looked for.</summary>
    public required bool[] NearSource { get; init; }

    /// <summary>The cut nearest the sink; empty as <see cref="NearSource"/>.</summary>
    public required bool[] NearSink { get; init; }

    public bool HasCut => NearSource.Length > 0;
}
