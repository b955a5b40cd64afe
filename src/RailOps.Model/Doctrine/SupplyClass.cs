namespace RailOps.Model.Doctrine;

/// <summary>A class of supply: what cannot stand in for anything else. The first four are what troops need.</summary>
public enum SupplyClass
{
    /// <summary>Food of men and horses.</summary>
    RationsAndForage,

    /// <summary>Ammunition.</summary>
    Ammunition,

    /// <summary>Fuel of motors.</summary>
    Fuel,

    /// <summary>Replacements, weapons, clothing, engineer stores and all else.</summary>
    ReplacementsAndOther,

    /// <summary>Coal for locomotives; no front needs it.</summary>
    Coal,
}
