namespace RailOps.Solvers.MinCost;

/// <summary>Work done, counted in operations that do not depend on the machine.</summary>
/// <param name="PivotCount">Arcs that entered the tree or went from one bound to the other.</param>
/// <param name="DegeneratePivotCount">Those of them that moved no flow.</param>
/// <param name="ArcScanCount">Arcs whose reduced cost was looked at.</param>
/// <param name="TreeWorkCount">Nodes whose potential was changed.</param>
public sealed record MinCostFlowStatistics(long PivotCount, long DegeneratePivotCount, long ArcScanCount, long TreeWorkCount)
{
    /// <summary>No work at all.</summary>
    public static MinCostFlowStatistics None { get; } = new(0, 0, 0, 0);

    /// <summary>Tree arcs that a warm start had to replace by artificial ones, because they no longer fitted; 0 for a cold start.</summary>
    public long RepairCount { get; init; }
}
