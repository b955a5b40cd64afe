using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>Counts the work of a solve on one thread and knows when to stop.</summary>
internal sealed class SearchWork(StopSignal stop)
{
    public StopSignal Stop { get; } = stop;

    public long AugmentationCount { get; set; }

    public long SolveCount { get; set; }

    public long SearchNodeCount { get; set; }

    public SolveStatistics Statistics => new(AugmentationCount, SolveCount, SearchNodeCount);

    /// <summary>Work since an earlier count.</summary>
    public SolveStatistics Since(SolveStatistics before) => new(
        AugmentationCount - before.AugmentationCount, SolveCount - before.SolveCount, SearchNodeCount - before.SearchNodeCount);

    /// <summary>Counts work that another thread did.</summary>
    public void Add(SolveStatistics work)
    {
        AugmentationCount += work.AugmentationCount;
        SolveCount += work.SolveCount;
        SearchNodeCount += work.SearchNodeCount;
    }
}
