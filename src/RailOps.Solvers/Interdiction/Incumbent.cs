namespace RailOps.Solvers.Interdiction;

/// <summary>A plan with a cut that shows what it leaves at most.</summary>
/// <param name="Value">Capacity left in the cut, in flow units; <see cref="PieceTable.Most"/> if unlimited.</param>
/// <param name="Attacks">All attacks.</param>
/// <param name="NearSource">The cut, one mark per node of the table; empty if unlimited.</param>
internal sealed record Incumbent(long Value, List<Attack> Attacks, bool[] NearSource);
