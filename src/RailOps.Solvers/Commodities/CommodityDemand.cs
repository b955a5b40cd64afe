using System.Collections.Immutable;

namespace RailOps.Solvers.Commodities;

/// <summary>Who draws commodities, in units each of which needs all of its commodities.</summary>
/// <param name="Node">Its node.</param>
/// <param name="UnitDemands">Flow units of each commodity that one of its units needs, 0 or more.</param>
/// <param name="UnitCount">Units present, 0 or more.</param>
/// <param name="Priority">Lower is served first; ties by place in the list.</param>
/// <param name="Weight">Weight of one unit, 1 or more.</param>
public sealed record CommodityDemand(int Node, ImmutableArray<long> UnitDemands, long UnitCount, int Priority, long Weight);
