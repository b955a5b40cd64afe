namespace RailOps.OrTools.Hosts;

/// <summary>A directed net with one source and one sink, as SimpleMaxFlow takes it. The arrays are not copied; do not change them.</summary>
/// <param name="Tails">Tail node per arc, 0 or more.</param>
/// <param name="Heads">Head node per arc.</param>
/// <param name="Capacities">Capacity per arc in flow units, 0 or more.</param>
/// <param name="Source">Where flow starts.</param>
/// <param name="Sink">Where it ends.</param>
public sealed record MaxFlowRequest(int[] Tails, int[] Heads, long[] Capacities, int Source, int Sink);
