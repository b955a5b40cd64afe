using System.Collections.Immutable;

namespace RailOps.Solvers.Commodities;

/// <summary>One way between two nodes that all commodities share. A way back is an arc of its own.</summary>
/// <param name="Tail">Node where it begins.</param>
/// <param name="Head">Node where it ends.</param>
/// <param name="Capacity">Most units of all commodities that are not burnt, 0 or more; <see cref="Graphs.FlowGraph.Unlimited"/> possible.</param>
/// <param name="TotalCapacity">Most units of all commodities together, at least <paramref name="Capacity"/>.</param>
/// <param name="BurntParts">Units of the burnt commodity used up by each unit that passes, half at each end, in <see cref="CommodityProblem.Parts"/>.</param>
/// <param name="StockParts">What each unit that passes takes of each stock, in <see cref="CommodityProblem.Parts"/>.</param>
/// <param name="Cost">Cost of a unit, 0 or more: of equally good flows the cheapest is taken.</param>
public sealed record CommodityArc(
    int Tail, int Head, long Capacity, long TotalCapacity, long BurntParts, ImmutableArray<long> StockParts, long Cost);
