namespace RailOps.Solvers.Checking;

/// <summary>One piece of a problem, see docs/certificates.md.</summary>
/// <param name="Tail">Node it leaves.</param>
/// <param name="Head">Node it enters.</param>
/// <param name="Capacity">Flow units, or unlimited.</param>
/// <param name="IsTwoWay">True if as much can flow back: a whole edge.</param>
/// <param name="IsInner">True if it joins entry and exit of a node: then any amount can flow back.</param>
/// <param name="Target">Its target, or -1.</param>
/// <param name="Element">Position of its element in the target, or -1.</param>
internal readonly record struct InterdictionPiece(int Tail, int Head, long Capacity, bool IsTwoWay, bool IsInner, int Target, int Element);
