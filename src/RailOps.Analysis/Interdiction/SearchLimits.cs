namespace RailOps.Analysis.Interdiction;

/// <summary>How long a search may take.</summary>
/// <param name="TimeLimit">From the start of the search, more than 0.</param>
/// <param name="ThreadCount">Threads, at least 1; the answer does not depend on it.</param>
/// <param name="Time">Clock.</param>
/// <param name="Stop">Ends the search with the best answer found; a cancellation is a token of its own.</param>
public sealed record SearchLimits(TimeSpan TimeLimit, int ThreadCount, TimeProvider Time, CancellationToken Stop);
