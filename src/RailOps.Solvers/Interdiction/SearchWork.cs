using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>Counts the work of a solve and knows when to stop.</summary>
internal sealed class SearchWork(StopSignal stop)
{
    public StopSignal Stop { get; } = stop;

    public long AugmentationCount { get; set; }

    public long SolveCount { get; set; }

    public long SearchNodeCount { get; set; }

    public SolveStatistics Statistics => new(AugmentationCount, SolveCount, SearchNodeCount);
}
