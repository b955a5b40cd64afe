namespace RailOps.Solvers.Commodities;

/// <summary>What a variable of an exported program stands for.</summary>
/// <param name="Variable">Its index in the program.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Commodity">The commodity; -1 for units.</param>
/// <param name="Place">The arc, source or demander.</param>
public sealed record CommodityVariable(int Variable, CommodityVariableKind Kind, int Commodity, int Place);
