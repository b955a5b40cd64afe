using System.Collections.Immutable;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>One node of a proof: steps, then, unless they close the node, two branches.</summary>
/// <param name="Rounds">The steps, in order.</param>
/// <param name="Target">The target that the branches differ in; -1 if there are none.</param>
/// <param name="Level">The level of the target that the branches differ in.</param>
/// <param name="Attacked">Index of the node for "attacked at this level"; -1 if there are no branches.</param>
/// <param name="Without">Index of the node for "not attacked at this level"; -1 if there are no branches.</param>
public sealed record SumProofNode(ImmutableArray<SumProofRound> Rounds, int Target, int Level, int Attacked, int Without);
