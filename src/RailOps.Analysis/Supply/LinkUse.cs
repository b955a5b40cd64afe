using RailOps.Analysis.Graph;

namespace RailOps.Analysis.Supply;

/// <summary>One link with its use at the best level.</summary>
/// <param name="Arc">The link's arc.</param>
/// <param name="NetFlowKilogramsPerDay">Passing from its first to its second station (kg/day); negative: the other way.</param>
/// <param name="IsInCut">True: in the binding cut.</param>
public sealed record LinkUse(GraphArc Arc, long NetFlowKilogramsPerDay, bool IsInCut);
