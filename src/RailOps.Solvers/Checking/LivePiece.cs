namespace RailOps.Solvers.Checking;

/// <summary>A piece whose ends may still lie on two sides of a cut.</summary>
/// <param name="Piece">Its id.</param>
/// <param name="From">Group of its tail.</param>
/// <param name="To">Group of its head, another one.</param>
internal readonly record struct LivePiece(int Piece, int From, int To);
