namespace RailOps.Model.Doctrine;

/// <summary>How a need divides into classes of supply; only the proportion of the four figures matters. Immutable.</summary>
/// <param name="RationsAndForage">Food of men and horses (t/day), 0 or more.</param>
/// <param name="Ammunition">Ammunition (t/day), 0 or more.</param>
/// <param name="Fuel">Fuel (t/day), 0 or more.</param>
/// <param name="Other">Replacements and all else (t/day), 0 or more.</param>
public readonly record struct ClassSplit(decimal RationsAndForage, decimal Ammunition, decimal Fuel, decimal Other)
{
    /// <summary>Nothing is known: all of the need counts as replacements and other.</summary>
    public static ClassSplit Unknown => new(0m, 0m, 0m, 1m);

    /// <summary>Share of a class in the whole.</summary>
    /// <param name="supplyClass">The class.</param>
    /// <returns>0 to 1; the shares of the four classes of troops add up to 1.</returns>
    public decimal ShareOf(SupplyClass supplyClass)
    {
        var sum = RationsAndForage + Ammunition + Fuel + Other;
        if (sum == 0m)
            return Unknown.ShareOf(supplyClass);
        return supplyClass switch
        {
            SupplyClass.RationsAndForage => RationsAndForage / sum,
            SupplyClass.Ammunition => Ammunition / sum,
            SupplyClass.Fuel => Fuel / sum,
            SupplyClass.ReplacementsAndOther => Other / sum,
            _ => 0m,
        };
    }
}
