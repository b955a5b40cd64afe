namespace RailOps.Solvers.Flow;

/// <summary>Rooted trees over the nodes, in linked lists of children; every change is O(1) but the walk of a whole branch.</summary>
internal sealed class BranchForest
{
    public const int None = -1;

    public BranchForest(int[] first)
    {
        Nodes = new BranchNode[first.Length - 1];
        for (var node = 0; node < Nodes.Length; node++)
        {
            ref var entry = ref Nodes[node];
            (entry.Cursor, entry.Parent, entry.ParentSlot) = (first[node], None, None);
            (entry.FirstChild, entry.Next, entry.Previous, entry.Scan) = (None, None, None, None);
        }
    }

    public BranchNode[] Nodes { get; }

    public void Attach(int child, int parent, int slot)
    {
        ref var above = ref Nodes[parent];
        ref var below = ref Nodes[child];
        (below.Parent, below.ParentSlot, below.Next, below.Previous) = (parent, slot, above.FirstChild, None);
        if (above.FirstChild != None)
            Nodes[above.FirstChild].Previous = child;
        above.FirstChild = child;
    }

    public void Detach(int child)
    {
        ref var entry = ref Nodes[child];
        if (entry.Previous == None)
            Nodes[entry.Parent].FirstChild = entry.Next;
        else
            Nodes[entry.Previous].Next = entry.Next;
        if (entry.Next != None)
            Nodes[entry.Next].Previous = entry.Previous;
        (entry.Parent, entry.Next, entry.Previous) = (None, None, None);
    }

    /// <summary>Node after the given one in the branch of a root, parents first; None after the last.</summary>
    public int NextInBranch(int root, int node)
    {
        if (Nodes[node].FirstChild != None)
            return Nodes[node].FirstChild;
        while (node != root)
        {
            if (Nodes[node].Next != None)
                return Nodes[node].Next;
            node = Nodes[node].Parent;
        }

        return None;
    }
}
