namespace RailOps.Analysis.GraphFiles;

/// <summary>How long a question may take.</summary>
/// <param name="TimeLimit">Time for the search; null: not limited.</param>
/// <param name="ThreadCount">Threads to search with at most, 1 to 64.</param>
/// <param name="Clock">The clock.</param>
public sealed record GraphLimits(TimeSpan? TimeLimit, int ThreadCount, TimeProvider Clock);
