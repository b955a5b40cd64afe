namespace RailOps.Solvers.Fortification;

/// <summary>One case of a proof node: a protection is taken, those of the cases before are not.</summary>
/// <param name="Protection">Index of the protection taken.</param>
/// <param name="Node">Index of the node that goes on from there, larger than that of the node it belongs to.</param>
public readonly record struct FortificationCase(int Protection, int Node);
