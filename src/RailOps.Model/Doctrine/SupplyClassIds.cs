using System.Collections.Immutable;

namespace RailOps.Model.Doctrine;

/// <summary>The classes of supply as data and answers name them.</summary>
public static class SupplyClassIds
{
    /// <summary>Classes that troops need, in the order of answers.</summary>
    public static ImmutableArray<SupplyClass> OfTroops { get; } =
        [SupplyClass.RationsAndForage, SupplyClass.Ammunition, SupplyClass.Fuel, SupplyClass.ReplacementsAndOther];

    /// <summary>Id of a class, for example <c>rations-and-forage</c>.</summary>
    /// <param name="supplyClass">The class.</param>
    /// <returns>Lower-case ASCII.</returns>
    public static string IdOf(SupplyClass supplyClass) => supplyClass switch
    {
        SupplyClass.RationsAndForage => "rations-and-forage",
        SupplyClass.Ammunition => "ammunition",
        SupplyClass.Fuel => "fuel",
        SupplyClass.ReplacementsAndOther => "replacements-and-other",
        _ => "coal",
    };

    /// <summary>Name of a class for people, in the middle of a sentence.</summary>
    /// <param name="supplyClass">The class.</param>
    /// <returns>The name.</returns>
    public static string NameOf(SupplyClass supplyClass) => IdOf(supplyClass).Replace('-', ' ');
}
