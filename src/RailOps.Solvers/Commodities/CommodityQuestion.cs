using System.Collections.Immutable;

namespace RailOps.Solvers.Commodities;

/// <summary>One program asked about a <see cref="CommodityProblem"/>.</summary>
/// <param name="Goal">What is made best.</param>
/// <param name="LeastUnits">Units that each demander must be given at least.</param>
internal sealed record CommodityQuestion(CommodityGoal Goal, ImmutableArray<double> LeastUnits)
{
    /// <summary>The demander of <see cref="CommodityGoal.UnitsOfOne"/>.</summary>
    public int Demand { get; init; } = -1;

    /// <summary>True: units are whole.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Demanders whose share is made as large as the smallest can be; the rest keep to their least units.</summary>
    public ImmutableArray<bool> SharesOpen { get; init; } = [];

    /// <summary>Commodity that <see cref="Demand"/> can do without, or -1: none.</summary>
    public int WaivedCommodity { get; init; } = -1;

    /// <summary>True: nothing is burnt.</summary>
    public bool IsBurningWaived { get; init; }

    /// <summary>Stock that does not limit, or -1: all do.</summary>
    public int WaivedStock { get; init; } = -1;

    /// <summary>Most that is delivered by demander and commodity, in whole flow units, for <see cref="CommodityGoal.Cost"/>.</summary>
    public ImmutableArray<ImmutableArray<long>> Deliveries { get; init; } = [];
}
