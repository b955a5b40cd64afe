namespace RailOps.Solvers.Allocation;

/// <summary>One demander: it wants a number of units, each of which needs the same flow or counts for nothing.</summary>
/// <param name="Node">The node where it draws; no two demanders share one.</param>
/// <param name="UnitDemand">Flow units that one unit needs, 1 or more.</param>
/// <param name="UnitCount">Units wanted, 0 or more.</param>
/// <param name="Priority">Smaller is served first; equals are served in order of index.</param>
/// <param name="Weight">Worth of one unit under <see cref="AllocationPolicy.Weighted"/>, 0 or more.</param>
public sealed record AllocationDemand(int Node, long UnitDemand, long UnitCount, int Priority, long Weight);
