namespace RailOps.Solvers.Fortification;

/// <summary>A node of the defender's tree that waits to be looked at.</summary>
/// <param name="State">The defences in it.</param>
/// <param name="Bound">Flow units that none of them exceeds.</param>
/// <param name="BoundedBy">The guarded targets under which the best attack gives the bound; null if it comes from no search.</param>
/// <param name="ProofNode">Where the proof of this node is written.</param>
internal sealed record DefenceNode(DefenceState State, long Bound, bool[]? BoundedBy, int ProofNode);
