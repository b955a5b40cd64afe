namespace RailOps.Solvers.Flow;

/// <summary>
/// One direction of a pair, kept together because the engines always read the fields together: 16 bytes, four to a cache line.
/// </summary>
internal struct ResidualSlot
{
    /// <summary>What can still be sent this way, in flow units.</summary>
    public long Residual;

    public int Head;

    /// <summary>Index of the slot that leads the other way.</summary>
    public int Reverse;
}
