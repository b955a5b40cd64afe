namespace RailOps.Solvers.Commodities;

/// <summary>What a program about commodities makes best.</summary>
internal enum CommodityGoal
{
    /// <summary>Most flow units delivered, all demanders and commodities together.</summary>
    Deliveries,

    /// <summary>Most units of one demander.</summary>
    UnitsOfOne,

    /// <summary>Largest sum of weight times units.</summary>
    Worth,

    /// <summary>Largest smallest share of units sustained of those present.</summary>
    SmallestShare,

    /// <summary>Given deliveries as far as they can be, at least cost.</summary>
    Cost,
}
