namespace RailOps.Solvers.Flow;

/// <summary>
/// What <see cref="PseudoflowEngine"/> knows of a node besides its label; one block of 32 bytes, so that a visit touches one cache line.
/// </summary>
internal struct BranchNode
{
    /// <summary>Inflow less outflow, in flow units; other than 0 only at roots (negative: a deficit).</summary>
    public long Excess;

    /// <summary>First slot not yet tried since the last relabel.</summary>
    public int Cursor;

    /// <summary>Slot that leads to the parent; -1 at a root.</summary>
    public int ParentSlot;

    public int FirstChild;

    /// <summary>Next child of the same parent; at a strong root that waits, the next such root of the same label.</summary>
    public int Next;

    public int Previous;

    /// <summary>Next child to look at in the present search of the branch.</summary>
    public int Scan;
}
