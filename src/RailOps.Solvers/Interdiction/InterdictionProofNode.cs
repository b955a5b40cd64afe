using System.Collections.Immutable;

namespace RailOps.Solvers.Interdiction;

/// <summary>One node of a proof: steps, then, unless they close the node, two cases.</summary>
/// <param name="Rounds">The steps, in order.</param>
/// <param name="Target">The target that the cases differ in; -1 if there are none.</param>
/// <param name="Level">The level of the target that the cases differ in.</param>
/// <param name="Attacked">Index of the node for "attacked at this level"; -1 if there are no cases.</param>
/// <param name="Without">Index of the node for "not attacked at this level"; -1 if there are no cases.</param>
public sealed record InterdictionProofNode(
    ImmutableArray<InterdictionProofRound> Rounds, int Target, int Level, int Attacked, int Without);
