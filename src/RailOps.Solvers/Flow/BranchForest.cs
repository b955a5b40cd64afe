namespace RailOps.Solvers.Flow;

/// <summary>Rooted trees over the nodes, in linked lists of children; every change is O(1) but the walk of a whole branch.</summary>
internal sealed class BranchForest
{
    public const int None = -1;

    private readonly ResidualSlot[] _slots;

    public BranchForest(int[] first, ResidualSlot[] slots)
    {
        _slots = slots;
        Nodes = new BranchNode[first.Length - 1];
        for (var node = 0; node < Nodes.Length; node++)
        {
            ref var entry = ref Nodes[node];
            (entry.Cursor, entry.ParentSlot) = (first[node], None);
            (entry.FirstChild, entry.Next, entry.Previous, entry.Scan) = (None, None, None, None);
        }
    }

    public BranchNode[] Nodes { get; }

    /// <summary>None at a root.</summary>
    public int ParentOf(int node) => Nodes[node].ParentSlot is var slot && slot == None ? None : _slots[slot].Head;

    /// <summary>Hangs a root on the node that a slot leads to.</summary>
    public void Attach(int child, int slot)
    {
        ref var above = ref Nodes[_slots[slot].Head];
        ref var below = ref Nodes[child];
        (below.ParentSlot, below.Next, below.Previous) = (slot, above.FirstChild, None);
        if (above.FirstChild != None)
            Nodes[above.FirstChild].Previous = child;
        above.FirstChild = child;
    }

    public void Detach(int child)
    {
        ref var entry = ref Nodes[child];
        if (entry.Previous == None)
            Nodes[_slots[entry.ParentSlot].Head].FirstChild = entry.Next;
        else
            Nodes[entry.Previous].Next = entry.Next;
        if (entry.Next != None)
            Nodes[entry.Next].Previous = entry.Previous;
        (entry.ParentSlot, entry.Next, entry.Previous) = (None, None, None);
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
            node = ParentOf(node);
        }

        return None;
    }
}
