using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>How far an interdiction solver should go. Immutable.</summary>
public sealed record InterdictionOptions
{
    /// <summary>The largest <see cref="ThreadCount"/>.</summary>
    public const int LargestThreadCount = 64;

    /// <summary>No time limit, one plan, with a proof.</summary>
    public static InterdictionOptions Default { get; } = new();

    /// <summary>Time limit and how often it is looked at.</summary>
    public SolveOptions Limits { get; init; } = SolveOptions.Default;

    /// <summary>
    /// How many plans are wanted, 1 or more: the best, the next best and so on, each without an attack in vain (dropping any one
    /// attack lets more through). Fewer come back if there are no more.
    /// </summary>
    public int Count { get; init; } = 1;

    /// <summary>
    /// True to record the tree that proves the best plan best (one sparse flow per step of the search); false saves the memory.
    /// </summary>
    public bool RecordProof { get; init; } = true;

    /// <summary>
    /// Threads to work with at most, 1 to <see cref="LargestThreadCount"/>. Plans, value and bound of an answer that is not stopped do
    /// not depend on it. Threads are started only when more than one is allowed.
    /// </summary>
    public int ThreadCount { get; init; } = 1;

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> if a number makes no sense.</summary>
    internal static void Require(InterdictionOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Count, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ThreadCount, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ThreadCount, LargestThreadCount, nameof(options));
    }
}
