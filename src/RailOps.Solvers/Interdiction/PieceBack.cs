namespace RailOps.Solvers.Interdiction;

/// <summary>What can flow through a piece from head to tail.</summary>
internal enum PieceBack : byte
{
    /// <summary>Nothing: an arc.</summary>
    None = 0,

    /// <summary>As much as forward: an edge.</summary>
    Same,

    /// <summary>Anything: the inside of a node, where it can only undo forward flow.</summary>
    Unlimited,
}
