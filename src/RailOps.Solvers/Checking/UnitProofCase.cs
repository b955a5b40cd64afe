using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>What is decided and ruled out for one case of a witness: a certain demander is behind the cut, those before it in front.</summary>
/// <param name="Problem">The graph with the sink and what the witness draws.</param>
/// <param name="Pieces">Its pieces.</param>
/// <param name="State">Groups, levels and budgets.</param>
/// <param name="Needed">What the witness needs of the demanders not in front.</param>
internal sealed record UnitProofCase(InterdictionProblem Problem, InterdictionPieces Pieces, InterdictionProofState State, Int128 Needed);
