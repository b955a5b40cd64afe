namespace RailOps.Solvers.Tests.MinCost;

/// <summary>
/// All degenerate pivots between the spanning trees of an assignment of n to n that hold the same assignment (i to i), by whatever entering
/// arc of negative reduced cost. Trees are sets of the n * n arcs, as bits. Shares nothing with the solver.
/// </summary>
internal sealed class AssignmentTrees(int size, long[] costs, bool isStronglyFeasibleOnly)
{
    private readonly Dictionary<int, bool> _isFinished = [];

    /// <summary>True if some sequence of pivots from one of the trees comes back to a tree it had before.</summary>
    public bool CanCycle() => Trees().Any(tree => !_isFinished.ContainsKey(tree) && RunsIntoItself(tree));

    /// <summary>True if every pivot leads to one of the trees.</summary>
    public bool IsClosed()
    {
        var trees = Trees().ToHashSet();
        return trees.All(tree => Successors(tree).All(trees.Contains));
    }

    public int TreeCount => Trees().Count();

    private bool RunsIntoItself(int tree)
    {
        _isFinished[tree] = false;
        foreach (var next in Successors(tree))
        {
            if (_isFinished.TryGetValue(next, out var isFinished) ? !isFinished : RunsIntoItself(next))
                return true;
        }

        _isFinished[tree] = true;
        return false;
    }

    /// <summary>Sets of 2n - 1 arcs with all of the assignment that reach every node.</summary>
    private IEnumerable<int> Trees()
    {
        for (var tree = 0; tree < 1 << (size * size); tree++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)tree) != (2 * size) - 1 || Enumerable.Range(0, size).Any(i => !Has(tree, (i * size) + i)))
                continue;
            var (parentArc, order) = Hang(tree);
            if (order.Count == 2 * size && (!isStronglyFeasibleOnly || order.Skip(1).All(node => HasRoomUp(parentArc[node], node))))
                yield return tree;
        }
    }

    private IEnumerable<int> Successors(int tree)
    {
        var (parentArc, order) = Hang(tree);
        var potential = new long[2 * size];
        foreach (var node in order.Skip(1))
        {
            var arc = parentArc[node];
            potential[node] = node < size ? potential[Head(arc)] - costs[arc] : potential[Tail(arc)] + costs[arc];
        }

        for (var arc = 0; arc < size * size; arc++)
        {
            if (Has(tree, arc) || costs[arc] + potential[Tail(arc)] - potential[Head(arc)] >= 0)
                continue;
            var blocking = Blocking(parentArc, Tail(arc), Head(arc));
            foreach (var leaving in isStronglyFeasibleOnly ? blocking.TakeLast(1) : blocking)
                yield return tree & ~(1 << leaving) | 1 << arc;
        }
    }

    /// <summary>Tree arcs of the cycle that let nothing through, from the apex along the flow: down to the tail, then up from the head.</summary>
    private List<int> Blocking(int[] parentArc, int tail, int head)
    {
        var (down, up) = (WayUp(parentArc, tail), WayUp(parentArc, head));
        var common = down.Intersect(up).ToHashSet();
        var cycle = down.Where(node => !common.Contains(node)).Reverse().Select(node => (Arc: parentArc[node], IsAgainst: node < size))
            .Concat(up.Where(node => !common.Contains(node)).Select(node => (Arc: parentArc[node], IsAgainst: node >= size)));
        return [.. cycle.Where(step => step.IsAgainst && !IsAssigned(step.Arc)).Select(step => step.Arc)];
    }

    private List<int> WayUp(int[] parentArc, int node)
    {
        var way = new List<int>();
        for (; ; node = node < size ? Head(parentArc[node]) : Tail(parentArc[node]))
        {
            way.Add(node);
            if (node == 0)
                return way;
        }
    }

    /// <summary>The tree hung from node 0: the arc above each node, and the nodes reached, those above first.</summary>
    private (int[] ParentArc, List<int> Order) Hang(int tree)
    {
        var parentArc = new int[2 * size];
        Array.Fill(parentArc, -1);
        var order = new List<int> { 0 };
        for (var place = 0; place < order.Count; place++)
        {
            for (var arc = 0; arc < size * size; arc++)
            {
                var other = Tail(arc) == order[place] ? Head(arc) : Head(arc) == order[place] ? Tail(arc) : 0;
                if (!Has(tree, arc) || other == 0 || parentArc[other] >= 0)
                    continue;
                parentArc[other] = arc;
                order.Add(other);
            }
        }

        return (parentArc, order);
    }

    /// <summary>Arcs have no upper limit, so only an empty arc that leads down lets nothing up.</summary>
    private bool HasRoomUp(int arc, int node) => node < size || IsAssigned(arc);

    private bool IsAssigned(int arc) => arc / size == arc % size;

    private static bool Has(int tree, int arc) => (tree >> arc & 1) == 1;

    private int Tail(int arc) => arc / size;

    private int Head(int arc) => size + (arc % size);
}
