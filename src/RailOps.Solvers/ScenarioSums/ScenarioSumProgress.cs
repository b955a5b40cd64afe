namespace RailOps.Solvers.ScenarioSums;

/// <summary>Where a scenario-sum solver stands; reported whenever plan or bound got better.</summary>
/// <param name="Value">Weighted flow left by the best plan so far, or <see cref="Graphs.FlowGraph.Unlimited"/>.</param>
/// <param name="Bound">Weighted flow that every plan leaves at least.</param>
/// <param name="Gap">See <see cref="Interdiction.InterdictionResult.GapBetween"/>.</param>
/// <param name="SearchNodeCount">Nodes of the tree looked at.</param>
/// <param name="OpenNodeCount">Nodes of the tree still to be looked at.</param>
public sealed record ScenarioSumProgress(long Value, long Bound, double Gap, long SearchNodeCount, long OpenNodeCount);
