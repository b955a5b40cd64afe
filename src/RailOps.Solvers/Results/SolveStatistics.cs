namespace RailOps.Solvers.Results;

/// <summary>Work done, counted in operations that do not depend on the machine.</summary>
/// <param name="AugmentationCount">Augmenting paths along which flow was pushed.</param>
/// <param name="SolveCount">Maximum flows computed, incremental ones included.</param>
/// <param name="SearchNodeCount">Nodes of the branch-and-bound tree; 0 where there is none.</param>
public sealed record SolveStatistics(long AugmentationCount, long SolveCount, long SearchNodeCount)
{
    /// <summary>Distance labels raised; 0 for methods without such labels.</summary>
    public long RelabelCount { get; init; }

    /// <summary>Arcs (of the residual network, each way) looked at; 0 for methods that do not count them.</summary>
    public long ArcScanCount { get; init; }

    /// <summary>No work at all.</summary>
    public static SolveStatistics None { get; } = new(0, 0, 0);
}
