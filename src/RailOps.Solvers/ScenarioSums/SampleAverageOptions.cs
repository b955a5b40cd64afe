using RailOps.Solvers.Results;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>How a <see cref="SampleAverageInterdiction"/> samples. Immutable.</summary>
/// <param name="Seed">Same seed, same draws, same answer.</param>
public sealed record SampleAverageOptions(ulong Seed)
{
    /// <summary>Samples for which a best plan is sought (M), 2 or more.</summary>
    public int ReplicationCount { get; init; } = 10;

    /// <summary>Draws in each of them (N), 1 or more.</summary>
    public int SampleSize { get; init; } = 50;

    /// <summary>Draws in the sample that picks one of the plans found, and again in the one that tells what it leaves (N'), 2 or more.</summary>
    public int EvaluationSize { get; init; } = 10_000;

    /// <summary>Confidence of each interval for itself, above 1/2 and below 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The expectation is worked out exactly if at most this many attacks of the plan are uncertain, 0 to 20; each doubles the flows.</summary>
    public int LargestExactCount { get; init; } = 20;

    /// <summary>Time limit for all together, and how often it is looked at.</summary>
    public SolveOptions Limits { get; init; } = SolveOptions.Default;
}
