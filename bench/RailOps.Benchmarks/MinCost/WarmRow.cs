namespace RailOps.Benchmarks.MinCost;

/// <summary>Medians over many changes of one kind.</summary>
internal sealed record WarmRow(string Change, double WarmSeconds, double ColdSeconds, long WarmPivots, long ColdPivots, long Repairs);
