using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.MinCost;

/// <summary>
/// Makes a spanning tree fit the numbers of the net, cold (every node hangs from the root by its artificial arc) or warm (the tree of
/// the last run). Arcs outside keep their bound. What they leave over at each node is led up the tree from the leaves. A tree
/// arc that would have to carry more or less than it can, or has no room towards the root, is taken to the bound it
/// passed; what is left over at its lower end goes to the root by the artificial arc of that end, on which its subtree hangs from
/// then on. So the tree is strongly feasible, whatever changed. O(nodes + arcs).
/// </summary>
internal sealed class SimplexStart
{
    private readonly SimplexNet _net;
    private readonly SimplexTree _tree;
    private readonly long[] _flow;
    private readonly long[] _potential;
    private readonly sbyte[] _state;
    private readonly bool[] _isInTree;

    public SimplexStart(SimplexNet net, SimplexTree tree, long[] flow, long[] potential, sbyte[] state)
    {
        (_net, _tree, _flow, _potential, _state) = (net, tree, flow, potential, state);
        _isInTree = new bool[net.Arcs.Length];
        HangAllFromRoot();
    }

    /// <summary>Tree arcs replaced by artificial ones since the beginning.</summary>
    public long RepairCount { get; private set; }

    /// <summary>1 for an arc at 0, -1 for one at its capacity, 0 for one that never carries anything.</summary>
    public static sbyte StateAtBound(long flow, long capacity)
    {
        if (capacity == 0)
            return 0;
        return (sbyte)(flow == 0 ? 1 : -1);
    }

    /// <summary>Forgets the tree and puts every arc at 0.</summary>
    public void HangAllFromRoot()
    {
        for (var node = 0; node < _net.NodeCount; node++)
            HangFromRoot(node, amount: 0);
        Array.Fill(_state, (sbyte)1);
        _tree.Rethread();
    }

    /// <summary>Takes the net's present capacities and supplies.</summary>
    public void FitFlow()
    {
        MarkTree();
        var excess = new long[_net.NodeCount + 1];
        _net.Supply.CopyTo(excess, 0);
        for (var arc = 0; arc < _net.ArcCount; arc++)
        {
            if (!_isInTree[arc])
                PutAtBound(arc, excess);
        }

        for (var node = _tree.Nodes[_tree.Root].Previous; node != _tree.Root; node = _tree.Nodes[node].Previous)
            FitNode(node, excess);
        _tree.Rethread();
    }

    /// <summary>Takes the net's present costs: the reduced cost of every tree arc is 0, the potential of the root too.</summary>
    public void FitPotentials()
    {
        var nodes = _tree.Nodes;
        _potential[_tree.Root] = 0;
        for (var node = nodes[_tree.Root].Next; node != _tree.Root; node = nodes[node].Next)
        {
            var cost = _net.Arcs[nodes[node].Arc].Cost;
            _potential[node] = _potential[nodes[node].Parent] + (nodes[node].IsUp ? -cost : cost);
        }
    }

    private void MarkTree()
    {
        Array.Clear(_isInTree);
        for (var node = 0; node < _net.NodeCount; node++)
            _isInTree[_tree.Nodes[node].Arc] = true;
    }

    private void PutAtBound(int arc, long[] excess)
    {
        var capacity = _net.Capacity[arc];
        var flow = _state[arc] < 0 && capacity != FlowGraph.Unlimited ? capacity : 0;
        _flow[arc] = flow;
        _state[arc] = StateAtBound(flow, capacity);
        excess[_net.Arcs[arc].Tail] -= flow;
        excess[_net.Arcs[arc].Head] += flow;
    }

    private void FitNode(int node, long[] excess)
    {
        var (arc, isUp, parent) = (_tree.Nodes[node].Arc, _tree.Nodes[node].IsUp, _tree.Nodes[node].Parent);
        if (arc >= _net.ArcCount)
        {
            HangFromRoot(node, excess[node]);
            return;
        }

        var (wanted, capacity) = (isUp ? excess[node] : -excess[node], _net.Capacity[arc]);
        _flow[arc] = Math.Clamp(wanted, 0, capacity);
        var sent = isUp ? _flow[arc] : -_flow[arc];
        excess[parent] += sent;
        var hasRoomUp = isUp ? wanted >= 0 && wanted < capacity : wanted > 0 && wanted <= capacity;
        if (hasRoomUp)
            return;
        _state[arc] = StateAtBound(_flow[arc], capacity);
        RepairCount++;
        HangFromRoot(node, excess[node] - sent);
    }

    /// <summary>The artificial arc turns the way that it is used.</summary>
    private void HangFromRoot(int node, long amount)
    {
        var arc = _net.ArcCount + node;
        ref var place = ref _tree.Nodes[node];
        (place.Parent, place.Arc, place.IsUp) = (_tree.Root, arc, amount >= 0);
        (_net.Arcs[arc].Tail, _net.Arcs[arc].Head) = amount >= 0 ? (node, _tree.Root) : (_tree.Root, node);
        _flow[arc] = Math.Abs(amount);
    }
}
