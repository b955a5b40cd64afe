namespace RailOps.Solvers.Commodities;

/// <summary>Kinds of variables in a program about commodities.</summary>
public enum CommodityVariableKind
{
    /// <summary>Flow of a commodity on an arc.</summary>
    Flow,

    /// <summary>What a source gives of a commodity.</summary>
    Supply,

    /// <summary>What a demander gets of a commodity.</summary>
    Delivery,

    /// <summary>Units that a demander sustains.</summary>
    Units,
}
