using System.Collections.Immutable;

namespace RailOps.Solvers.Commodities;

/// <summary>Flows of all commodities in whole units.</summary>
/// <param name="ArcFlows">Units by commodity and arc.</param>
/// <param name="SupplyFlows">Units by commodity and source.</param>
/// <param name="Deliveries">Units by demander and commodity.</param>
/// <param name="UnitCounts">Whole units of each demander whose needs the deliveries meet, up to the tolerance.</param>
/// <param name="Tolerance">By how many flow units a need of a demander or a node may be missed.</param>
public sealed record CommodityFlow(
    ImmutableArray<ImmutableArray<long>> ArcFlows,
    ImmutableArray<ImmutableArray<long>> SupplyFlows,
    ImmutableArray<ImmutableArray<long>> Deliveries,
    ImmutableArray<long> UnitCounts,
    long Tolerance)
{
    /// <summary>Largest miss of any need, of a demander's units or of what is burnt at a node, in flow units.</summary>
    public long LargestMiss { get; init; }
}
