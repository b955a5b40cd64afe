using System.Collections.Immutable;

namespace RailOps.Solvers.Commodities;

/// <summary>Where commodities come from.</summary>
/// <param name="Node">Its node.</param>
/// <param name="Capacity">Most units of all its commodities together; <see cref="Graphs.FlowGraph.Unlimited"/> possible.</param>
/// <param name="Commodities">Commodities that it gives, by index.</param>
/// <param name="StockParts">What each unit that leaves takes of each stock, in <see cref="CommodityProblem.Parts"/>.</param>
public sealed record CommoditySource(int Node, long Capacity, ImmutableArray<int> Commodities, ImmutableArray<long> StockParts);
