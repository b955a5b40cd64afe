using RailOps.Analysis.Graph;

namespace RailOps.Analysis.Supply;

/// <summary>One place of a cut.</summary>
/// <param name="Arc">The arc.</param>
/// <param name="ArcId">Its place in the graph.</param>
/// <param name="IsForward">True: the flow runs from the arc's tail to its head.</param>
/// <param name="CapacityKilogramsPerDay">Most that can pass at the best level (kg/day).</param>
/// <param name="GainOfOneTrainPair">What one more train pair would add, or null: no train runs there, or it was not asked for.</param>
public sealed record CutElement(
    GraphArc Arc, int ArcId, bool IsForward, long CapacityKilogramsPerDay, Gain? GainOfOneTrainPair);
