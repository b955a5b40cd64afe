namespace RailOps.OrTools.Hosts;

/// <summary>A directed net with supplies, as SimpleMinCostFlow takes it. The arrays are not copied; do not change them.</summary>
/// <param name="Tails">Tail node per arc, 0 or more.</param>
/// <param name="Heads">Head node per arc.</param>
/// <param name="Capacities">Capacity per arc in flow units, 0 or more.</param>
/// <param name="UnitCosts">Cost of a flow unit per arc.</param>
/// <param name="Supplies">What each node gives (positive) or takes, summing to 0.</param>
public sealed record MinCostFlowRequest(int[] Tails, int[] Heads, long[] Capacities, long[] UnitCosts, long[] Supplies);
