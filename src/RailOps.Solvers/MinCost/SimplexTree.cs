namespace RailOps.Solvers.MinCost;

/// <summary>
/// A spanning tree that hangs from its last node, as parent, thread, last descendant and size of the subtree (R. V. Ahuja, T. L.
/// Magnanti and J. B. Orlin, "Network Flows", 1993, chapter 11, with depth; Z. Kiraly and P. Kovacs, Acta Univ. Sapientiae,
/// Informatica 4, 2012, prefer sizes to depths: a pivot changes sizes only along the cycle, depths in the whole subtree). Nothing recurses.
/// </summary>
internal sealed class SimplexTree
{
    private readonly TreeNode[] _nodes;

    public SimplexTree(int nodeCount)
    {
        _nodes = new TreeNode[nodeCount + 1];
        Root = nodeCount;
        _nodes[Root].Parent = -1;
        _nodes[Root].Arc = -1;
    }

    public int Root { get; }

    /// <summary>One entry per node, the root last.</summary>
    public TreeNode[] Nodes => _nodes;

    /// <summary>The lowest node above both, or one of them. O(length of the way).</summary>
    public int Apex(int a, int b)
    {
        var nodes = _nodes;
        while (a != b)
        {
            // Whoever has the smaller subtree is not above the other.
            if (nodes[a].Size < nodes[b].Size)
                a = nodes[a].Parent;
            else
                b = nodes[b].Parent;
        }

        return a;
    }

    /// <summary>
    /// Cuts the arc above a node and hangs its subtree on another arc. O(length of the cycle), but for <see cref="TreeNode.Last"/>, which
    /// may change above the apex too.
    /// </summary>
    /// <param name="oldTop">Root of the subtree so far.</param>
    /// <param name="newTop">Its root from now on: the end of the new arc inside.</param>
    /// <param name="parent">The end of the new arc outside.</param>
    /// <param name="arc">The new arc.</param>
    /// <param name="isUp">Whether the new arc leads from inside to outside.</param>
    /// <param name="apex">The highest node of the cycle that the new arc closes.</param>
    public void Move(int oldTop, int newTop, int parent, int arc, bool isUp, int apex)
    {
        var size = _nodes[oldTop].Size;
        var above = _nodes[oldTop].Parent;
        GrowSizes(above, apex, -size);
        ReplaceLast(above, _nodes[oldTop].Last, _nodes[oldTop].Previous);
        var end = TurnStem(oldTop, newTop, parent, arc, isUp, size);
        for (var node = oldTop; node != parent; node = _nodes[node].Parent)
            _nodes[node].Last = end;
        GrowSizes(parent, apex, size);
        ReplaceLast(parent, parent, end);
    }

    /// <summary>Builds thread, last descendants and sizes anew from the parents alone, children in order of their number. O(nodes).</summary>
    public void Rethread()
    {
        var (firstChild, nextChild) = Children();
        var order = new int[_nodes.Length];
        var (count, node) = (0, Root);
        while (node >= 0)
        {
            order[count++] = node;
            _nodes[node].Size = 1;
            _nodes[node].Last = node;
            var following = firstChild[node];
            for (; following < 0 && node != Root; node = _nodes[node].Parent)
                following = nextChild[node];
            node = following;
        }

        for (var place = 0; place < count; place++)
            Link(order[place], order[(place + 1) % count]);
        for (var place = count - 1; place > 0; place--)
            AddToParent(order[place]);
    }

    private (int[] First, int[] Next) Children()
    {
        var (first, next) = (new int[_nodes.Length], new int[_nodes.Length]);
        Array.Fill(first, -1);
        Array.Fill(next, -1);
        for (var node = Root - 1; node >= 0; node--)
        {
            next[node] = first[_nodes[node].Parent];
            first[_nodes[node].Parent] = node;
        }

        return (first, next);
    }

    private void AddToParent(int node)
    {
        ref var parent = ref _nodes[_nodes[node].Parent];
        parent.Size += _nodes[node].Size;
        // In reverse preorder the first child to report is the last one.
        if (parent.Last == _nodes[node].Parent)
            parent.Last = _nodes[node].Last;
    }

    /// <summary>
    /// Turns the way from the new top up to the old one round: every node on it hangs on the one before. The thread follows piece
    /// by piece; a piece is what a node of the way keeps of its subtree, itself first. Returns the last node of the last piece.
    /// </summary>
    private int TurnStem(int oldTop, int newTop, int parent, int arc, bool isUp, int size)
    {
        var nodes = _nodes;
        var (node, place, pieceEnd, lostSize) = (newTop, parent, nodes[newTop].Last, 0);
        while (true)
        {
            var old = nodes[node];
            (nodes[node].Parent, nodes[node].Arc, nodes[node].IsUp, nodes[node].Size) = (parent, arc, isUp, size - lostSize);
            MovePiece(node, pieceEnd, place);
            place = pieceEnd;
            if (node == oldTop)
                return place;
            var lastAbove = nodes[old.Parent].Last;
            pieceEnd = lastAbove == old.Last ? old.Previous : lastAbove;
            (parent, arc, isUp, lostSize) = (node, old.Arc, !old.IsUp, old.Size);
            node = old.Parent;
        }
    }

    private void MovePiece(int first, int last, int place)
    {
        Link(_nodes[first].Previous, _nodes[last].Next);
        var following = _nodes[place].Next;
        Link(place, first);
        Link(last, following);
    }

    private void Link(int node, int next)
    {
        _nodes[node].Next = next;
        _nodes[next].Previous = node;
    }

    private void GrowSizes(int from, int apex, int by)
    {
        for (var node = from; node != apex; node = _nodes[node].Parent)
            _nodes[node].Size += by;
    }

    private void ReplaceLast(int from, int old, int replacement)
    {
        for (var node = from; node >= 0 && _nodes[node].Last == old; node = _nodes[node].Parent)
            _nodes[node].Last = replacement;
    }
}
