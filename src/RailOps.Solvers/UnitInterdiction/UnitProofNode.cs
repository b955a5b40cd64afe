using System.Collections.Immutable;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>One node of a proof: perhaps a new witness, steps, then, unless they close all cases of the witness, two parts of the plans.</summary>
/// <param name="Units">
/// Whole units per demander that are worth at least the value proved; empty to go on with the parent's, with what was found there.
/// </param>
/// <param name="Order">
/// With a new witness, the demanders that want something, once each: the first of them behind the cut tells which case a cut belongs to.
/// </param>
/// <param name="Rounds">The steps, in order.</param>
/// <param name="Target">The target that the parts differ in; -1 if there are none.</param>
/// <param name="Level">The level of the target that they differ in.</param>
/// <param name="Attacked">Index of the node for "attacked at this level"; -1 if there are no parts.</param>
/// <param name="Without">Index of the node for "not attacked at this level"; -1 if there are no parts.</param>
public sealed record UnitProofNode(
    ImmutableArray<long> Units,
    ImmutableArray<int> Order,
    ImmutableArray<UnitProofRound> Rounds,
    int Target,
    int Level,
    int Attacked,
    int Without);
