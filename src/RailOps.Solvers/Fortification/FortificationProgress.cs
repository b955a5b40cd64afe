namespace RailOps.Solvers.Fortification;

/// <summary>Where the solver stands; reported whenever value or bound got better.</summary>
/// <param name="Value">Flow units that the best defence so far is proved to keep, or <see cref="Graphs.FlowGraph.Unlimited"/>.</param>
/// <param name="Bound">Flow units that no defence can exceed, or <see cref="Graphs.FlowGraph.Unlimited"/>.</param>
/// <param name="Gap">See <see cref="FortificationResult.GapBetween"/>.</param>
/// <param name="SearchNodeCount">Nodes of the defender's tree looked at.</param>
/// <param name="OpenNodeCount">Nodes of the tree still to be looked at.</param>
public sealed record FortificationProgress(long Value, long Bound, double Gap, long SearchNodeCount, long OpenNodeCount);
