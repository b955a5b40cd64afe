using RailOps.Solvers.Results;

namespace RailOps.Solvers.Outcomes;

/// <summary>How the expectation of a plan is to be found. Immutable.</summary>
public sealed record OutcomeOptions
{
    /// <summary>Exact up to 20 uncertain attacks, else 10,000 draws with seed 1.</summary>
    public static OutcomeOptions Default { get; } = new();

    /// <summary>Time limit and how often it is looked at.</summary>
    public SolveOptions Limits { get; init; } = SolveOptions.Default;

    /// <summary>Uncertain attacks up to which all outcomes are gone through, 0 to 30; each more doubles the work.</summary>
    public int LargestExactCount { get; init; } = 20;

    /// <summary>Outcomes drawn beyond that, 2 or more.</summary>
    public int SampleCount { get; init; } = 10_000;

    /// <summary>Seed of the draws; the same seed draws the same outcomes.</summary>
    public ulong Seed { get; init; } = 1;
}
