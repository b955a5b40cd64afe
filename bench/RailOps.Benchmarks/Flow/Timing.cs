namespace RailOps.Benchmarks.Flow;

/// <summary>What one solver took on one net: processor seconds (median), bytes allocated by one run, and the value it found.</summary>
internal sealed record Timing(string Solver, double Seconds, double BytesPerArc, long Value);
