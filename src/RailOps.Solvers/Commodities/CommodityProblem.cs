using System.Collections.Immutable;

namespace RailOps.Solvers.Commodities;

/// <summary>
/// Several commodities that share the same arcs, sources of some of them each, and demanders that count in whole units. One commodity may be burnt
/// by all that moves (locomotive coal); stocks (wagons, locomotives) may limit all flows together. Whole numbers; immutable.
/// </summary>
public sealed record CommodityProblem
{
    /// <summary>Parts of one: small ratios (burnt units, stock taken) are whole numbers of these.</summary>
    public const long Parts = 1_000_000_000_000;

    /// <summary>Nodes are 0 to this less one.</summary>
    public required int NodeCount { get; init; }

    /// <summary>Commodities are 0 to this less one.</summary>
    public required int CommodityCount { get; init; }

    /// <summary>The commodity that is burnt, or -1: none is.</summary>
    public int BurntCommodity { get; init; } = -1;

    /// <summary>Arcs.</summary>
    public required ImmutableArray<CommodityArc> Arcs { get; init; }

    /// <summary>Sources.</summary>
    public required ImmutableArray<CommoditySource> Sources { get; init; }

    /// <summary>Demanders.</summary>
    public required ImmutableArray<CommodityDemand> Demands { get; init; }

    /// <summary>What there is of each stock; <see cref="Graphs.FlowGraph.Unlimited"/> possible.</summary>
    public ImmutableArray<long> Stocks { get; init; } = [];

    /// <summary>Flow units in one unit of the linear programs, 1 or more: keeps their numbers near one.</summary>
    public long Scale { get; init; } = 1;

    /// <summary>Commodities that are not burnt.</summary>
    public IEnumerable<int> Goods => Enumerable.Range(0, CommodityCount).Where(commodity => commodity != BurntCommodity);

    /// <summary>Demanders in the order of their priority.</summary>
    public ImmutableArray<int> PriorityOrder => [.. Enumerable.Range(0, Demands.Length).OrderBy(demand => Demands[demand].Priority)];

    /// <summary>All that a demander needs of a commodity.</summary>
    /// <param name="demand">The demander.</param>
    /// <param name="commodity">The commodity.</param>
    public long NeedOf(int demand, int commodity) => checked(Demands[demand].UnitDemands[commodity] * Demands[demand].UnitCount);
}
