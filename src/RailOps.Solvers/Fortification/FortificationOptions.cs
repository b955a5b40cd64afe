using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Fortification;

/// <summary>How far the fortification solver should go. Immutable.</summary>
public sealed record FortificationOptions
{
    /// <summary>No time limit, with a proof.</summary>
    public static FortificationOptions Default { get; } = new();

    /// <summary>Time limit and how often it is looked at.</summary>
    public SolveOptions Limits { get; init; } = SolveOptions.Default;

    /// <summary>
    /// True to record the certificate: the attacks that refute better defences and, for one more search against the defence chosen,
    /// the proof that no attack leaves less. False saves both.
    /// </summary>
    public bool RecordProof { get; init; } = true;

    /// <summary>
    /// Threads for each attack search, as in <see cref="InterdictionOptions.ThreadCount"/>; the defender's tree is searched by one. The
    /// answer does not depend on it.
    /// </summary>
    public int ThreadCount { get; init; } = 1;
}
