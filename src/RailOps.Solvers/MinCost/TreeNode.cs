namespace RailOps.Solvers.MinCost;

/// <summary>A node of the spanning tree; all that a pivot reads of it lies in one line of the cache.</summary>
internal struct TreeNode
{
    /// <summary>The node above, -1 for the root.</summary>
    public int Parent;

    /// <summary>The arc that joins it to the node above.</summary>
    public int Arc;

    /// <summary>Next in the thread: nodes in preorder, in a ring.</summary>
    public int Next;

    /// <summary>The one before in the thread.</summary>
    public int Previous;

    /// <summary>The last node of the subtree in the thread; the node itself if nothing hangs on it.</summary>
    public int Last;

    /// <summary>Number of nodes in the subtree, itself included.</summary>
    public int Size;

    /// <summary>True if the arc leads from this node to the one above.</summary>
    public bool IsUp;
}
