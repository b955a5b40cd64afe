namespace RailOps.Solvers.ScenarioSums;

/// <summary>A node of the search that waits to be looked at.</summary>
/// <param name="Region">The plans in it.</param>
/// <param name="Prices">The prices that bounded the parent best; null at the root.</param>
/// <param name="Bound">Lower bound in weighted flow units.</param>
/// <param name="ProofNode">Where the proof of this node is written.</param>
internal sealed record SumSearchNode(SumRegion Region, SumPrices? Prices, long Bound, int ProofNode);
