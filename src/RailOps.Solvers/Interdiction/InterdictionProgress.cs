namespace RailOps.Solvers.Interdiction;

/// <summary>Where a solver stands; reported whenever plan or bound got better.</summary>
/// <param name="Value">Flow units left by the best plan so far, or <see cref="Graphs.FlowGraph.Unlimited"/>.</param>
/// <param name="Bound">Flow units that every plan leaves at least.</param>
/// <param name="Gap">See <see cref="InterdictionResult.GapBetween"/>.</param>
/// <param name="SearchNodeCount">Nodes of the tree looked at.</param>
/// <param name="OpenNodeCount">Nodes of the tree still to be looked at.</param>
public sealed record InterdictionProgress(long Value, long Bound, double Gap, long SearchNodeCount, long OpenNodeCount);
