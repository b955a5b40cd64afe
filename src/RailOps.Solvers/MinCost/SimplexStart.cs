using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.MinCost;

/// <summary>
/// Makes a spanning tree fit the numbers of the net, cold (<see cref="CheapestInTree"/>, what it does not reach hung from the root by
/// artificial arcs) or warm (the tree of the last run). Arcs outside keep their bound. What they leave over at each node is led up the tree from the leaves. A tree
/// arc that would have to carry more or less than it can, or has no room towards the root, is taken to the bound it
/// passed; what is left over at its lower end goes to the root by the artificial arc of that end, on which its subtree hangs from
/// then on. If nothing is left over and the node was cut from one below it, it hangs on that one by the same arc instead, which has
/// room the other way: so a filled path is turned round, not taken to pieces. The tree is strongly feasible, whatever changed. O(nodes + arcs).
/// </summary>
internal sealed class SimplexStart
{
    private readonly SimplexNet _net;
    private readonly SimplexTree _tree;
    private readonly long[] _flow;
    private readonly long[] _potential;
    private readonly sbyte[] _state;
    private readonly bool[] _isInTree;
    private readonly int[] _cutChild;
    private readonly int[] _cutArc;

    public SimplexStart(SimplexNet net, SimplexTree tree, long[] flow, long[] potential, sbyte[] state)
    {
        (_net, _tree, _flow, _potential, _state) = (net, tree, flow, potential, state);
        _isInTree = new bool[net.Arcs.Length];
        (_cutChild, _cutArc) = (new int[net.NodeCount + 1], new int[net.NodeCount + 1]);
        for (var node = 0; node < net.NodeCount; node++)
            HangFromRoot(node, amount: 0);
    }

    /// <summary>True once there is a tree to go on from.</summary>
    public bool IsWarm { get; private set; }

    /// <summary>Tree arcs of warm starts replaced by artificial ones since the beginning.</summary>
    public long RepairCount { get; private set; }

    /// <summary>1 for an arc at 0, -1 for one at its capacity, 0 for one that never carries anything.</summary>
    public static sbyte StateAtBound(long flow, long capacity)
    {
        if (capacity == 0)
            return 0;
        return (sbyte)(flow == 0 ? 1 : -1);
    }

    /// <summary>Grows the tree of a cold start.</summary>
    public void GrowTree(StopSignal stop)
    {
        Array.Fill(_state, (sbyte)1);
        var tree = new CheapestInTree(_net);
        tree.Grow(stop);
        for (var node = 0; node < _net.NodeCount; node++)
        {
            if (tree.Arc[node] < 0)
                continue;
            var arc = tree.Arc[node];
            _state[arc] = 0;
            ref var place = ref _tree.Nodes[node];
            (place.Parent, place.Arc, place.IsUp) = (_net.Arcs[arc].Head, arc, true);
        }

        _tree.Rethread();
    }

    /// <summary>Takes the net's present capacities and supplies.</summary>
    public void FitFlow()
    {
        MarkTree();
        Array.Fill(_cutChild, -1);
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
        IsWarm = true;
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
            Hang(node, excess[node]);
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
        RepairCount += IsWarm ? 1 : 0;
        if (capacity > 0)
            (_cutChild[parent], _cutArc[parent]) = (node, arc);
        Hang(node, excess[node] - sent);
    }

    private void Hang(int node, long amount)
    {
        HangFromRoot(node, amount);
        if (amount != 0 || _cutChild[node] < 0)
            return;
        var arc = _cutArc[node];
        _state[arc] = 0;
        ref var place = ref _tree.Nodes[node];
        (place.Parent, place.Arc, place.IsUp) = (_cutChild[node], arc, _net.Arcs[arc].Tail == node);
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
