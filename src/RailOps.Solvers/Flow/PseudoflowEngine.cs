using RailOps.Solvers.Results;

namespace RailOps.Solvers.Flow;

/// <summary>
/// Problem: the minimum cut between the source and the sink of a residual network, and its value.
/// <para>
/// Method and source: highest-label pseudoflow. D. S. Hochbaum, "The pseudoflow algorithm: a new algorithm for the maximum-flow
/// problem", Operations Research 56, 2008; B. G. Chandran and D. S. Hochbaum, "A computational study of the pseudoflow and
/// push-relabel algorithms for the maximum flow problem", Operations Research 57, 2009. All arcs at the terminals are filled, so
/// nodes have excess or deficit. Nodes form branches; a branch whose root has excess is strong. The strong root of highest label
/// (the last one added among equals) looks in its branch for a slot that leads one label down, hangs the branch on there and
/// sends its excess towards the other root; where a slot is too narrow the tree breaks. A branch that finds nothing is
/// relabelled. If no node has the label below, all branches at that label or above are cut off for good (gap).
/// </para>
/// <para>Where we differ: child lists are linked both ways, so that breaking is O(1); an edge is one pair of slots, not two arcs.</para>
/// <para>
/// Invariants: label(tail) is at most label(head) + 1 over every slot with room; a child's label is at least its parent's; every
/// slot from parent to child has room. By the last one all nodes cut off can be reached from the source: the cut found is the one
/// nearest the source, whatever the order of work.
/// </para>
/// <para>
/// Cost: O(n^2 m) time as it stands here, O(n m log n) in the literature with dynamic trees; about 44 bytes a node and 16 a slot.
/// Numbers: 64 bits, checked; what is ever in excess is at most the sum of the finite capacities at the source. Deterministic.
/// </para>
/// <para>Does not do: arc flows (<see cref="FlowRecovery"/> does); warm starts (<see cref="MaxFlowSession"/> does).</para>
/// </summary>
internal sealed class PseudoflowEngine : ICutEngine
{
    private const int None = BranchForest.None;
    private const int Closed = int.MinValue;
    private const int FirstLabelCount = 16;

    private readonly ResidualNetwork _network;
    private readonly TerminalClosure _source;
    private readonly TerminalClosure _sink;
    private readonly int[] _first;
    private readonly ResidualSlot[] _slots;
    private readonly BranchForest _forest;
    private readonly BranchNode[] _nodes;
    private readonly int[] _label;
    // By label, as many as are in use: labels can reach the number of nodes, but rarely get far.
    private int[] _labelCount;
    private int[] _strongRoot;
    private readonly int _cutOff;
    private int _highest;
    private long _intoSink;
    private long _mergeCount;
    private long _relabelCount;
    private long _arcScanCount;

    public PseudoflowEngine(ResidualNetwork network, TerminalClosure source, TerminalClosure sink)
    {
        (_network, _source, _sink) = (network, source, sink);
        (_first, _slots) = (network.First, network.Slots);
        _forest = new BranchForest(_first, _slots);
        _nodes = _forest.Nodes;
        _cutOff = network.NodeCount;
        _label = new int[network.NodeCount];
        _labelCount = new int[int.Min(FirstLabelCount, network.NodeCount + 2)];
        _strongRoot = new int[_labelCount.Length];
        Array.Fill(_strongRoot, None);
        CloseTerminal(source);
        CloseTerminal(sink);
        FillFromSource(source, sink);
        FillIntoSink(sink);
        LabelNodes();
    }

    public SolveStatistics Statistics =>
        new(_mergeCount, SolveCount: 1, SearchNodeCount: 0) { RelabelCount = _relabelCount, ArcScanCount = _arcScanCount };

    public bool Run(StopSignal stop)
    {
        while (TakeStrongRoot() is var root && root != None)
        {
            var scannedBefore = _arcScanCount;
            Process(root);
            if (stop.Spend(_arcScanCount - scannedBefore + 1))
                return false;
        }

        return true;
    }

    public long Value()
    {
        var value = _intoSink;
        foreach (ref readonly var node in _nodes.AsSpan())
            value += long.Min(0, node.Excess);
        return value;
    }

    public bool[] MarkNearSource()
    {
        var marks = (bool[])_source.Contains.Clone();
        for (var node = 0; node < marks.Length; node++)
            marks[node] |= _label[node] == _cutOff;
        return marks;
    }

    /// <summary>All but the nodes from which room leads to a deficit or to the sink: every minimum cut has deficits behind it, hence these nodes too.</summary>
    public bool[] MarkNearSink()
    {
        var marks = (bool[])_sink.Contains.Clone();
        for (var node = 0; node < marks.Length; node++)
            marks[node] |= _nodes[node].Excess < 0;
        ResidualSearch.Spread(_network, marks, forward: false);
        return Array.ConvertAll(marks, mark => !mark);
    }

    public long[] ReadExcess() => Array.ConvertAll(_nodes, node => node.Excess);

    private void CloseTerminal(TerminalClosure terminal)
    {
        foreach (var node in terminal.Nodes)
            _label[node] = Closed;
    }

    private void FillFromSource(TerminalClosure source, TerminalClosure sink)
    {
        foreach (var node in source.Nodes)
        {
            for (var slot = _first[node]; slot < _first[node + 1]; slot++)
            {
                var (head, amount) = (_slots[slot].Head, _slots[slot].Residual);
                if (source.Contains[head] || amount == 0)
                    continue;
                _network.Send(slot, amount);
                if (sink.Contains[head])
                    _intoSink += amount;
                else
                    _nodes[head].Excess += amount;
            }
        }
    }

    private void FillIntoSink(TerminalClosure sink)
    {
        foreach (var node in sink.Nodes)
        {
            for (var slot = _first[node]; slot < _first[node + 1]; slot++)
            {
                var (tail, into) = (_slots[slot].Head, _slots[slot].Reverse);
                var amount = _slots[into].Residual;
                if (_label[tail] == Closed || amount == 0)
                    continue;
                _network.Send(into, amount);
                _nodes[tail].Excess -= amount;
                _intoSink += amount;
            }
        }
    }

    private void LabelNodes()
    {
        for (var node = 0; node < _nodes.Length; node++)
        {
            if (_label[node] == Closed)
                continue;
            var isStrong = _nodes[node].Excess > 0;
            _label[node] = isStrong ? 1 : 0;
            _labelCount[_label[node]]++;
            if (isStrong)
                AddStrongRoot(node);
        }

        _highest = 1;
    }

    private void AddStrongRoot(int root)
    {
        ref var top = ref _strongRoot[_label[root]];
        _nodes[root].Next = top;
        top = root;
    }

    private int PopStrongRoot(int label)
    {
        var root = _strongRoot[label];
        if (root != None)
        {
            _strongRoot[label] = _nodes[root].Next;
            _nodes[root].Next = None;
        }

        return root;
    }

    private int TakeStrongRoot()
    {
        while (true)
        {
            if (_highest == 0 && !RaiseRootsOfLabelZero())
                return None;
            var root = PopStrongRoot(_highest);
            if (root == None)
                _highest--;
            else if (_highest == _cutOff || _labelCount[_highest - 1] == 0)
                CutOff(root);
            else
                return root;
        }
    }

    /// <summary>Nodes of label 0 never have a parent, so their children need no look.</summary>
    private bool RaiseRootsOfLabelZero()
    {
        var any = false;
        while (PopStrongRoot(0) is var root && root != None)
        {
            Relabel(root);
            AddStrongRoot(root);
            any = true;
        }

        _highest = any ? 1 : 0;
        return any;
    }

    private void CutOff(int root)
    {
        for (var node = root; node != None; node = _forest.NextInBranch(root, node))
        {
            _labelCount[_label[node]]--;
            _label[node] = _cutOff;
        }
    }

    /// <summary>Searches the part of the branch that has the root's label, depth first; relabels what has nowhere to go.</summary>
    private void Process(int root)
    {
        var label = _label[root];
        var node = Enter(root);
        while (true)
        {
            var slot = FindMerger(node, label - 1);
            if (slot != None)
            {
                Merge(node, slot);
                SendExcess(root);
                return;
            }

            var child = NextChildOf(node, label);
            while (child == None)
            {
                Relabel(node);
                if (node == root)
                {
                    AddStrongRoot(root);
                    _highest = label + 1;
                    return;
                }

                node = _forest.ParentOf(node);
                child = NextChildOf(node, label);
            }

            node = Enter(child);
        }
    }

    private int Enter(int node)
    {
        ref var entry = ref _nodes[node];
        entry.Scan = entry.FirstChild;
        return node;
    }

    private int NextChildOf(int node, int label)
    {
        ref var entry = ref _nodes[node];
        var child = entry.Scan;
        while (child != None && _label[child] != label)
            child = _nodes[child].Next;
        entry.Scan = child == None ? None : _nodes[child].Next;
        return child;
    }

    private int FindMerger(int node, int wantedLabel)
    {
        ref var entry = ref _nodes[node];
        var end = _first[node + 1];
        var slot = entry.Cursor;
        while (slot < end && (_slots[slot].Residual <= 0 || _label[_slots[slot].Head] != wantedLabel))
            slot++;
        _arcScanCount += slot - entry.Cursor;
        entry.Cursor = slot;
        return slot < end ? slot : None;
    }

    private void Relabel(int node)
    {
        _labelCount[_label[node]]--;
        _label[node]++;
        if (_label[node] == _labelCount.Length)
            MakeRoomForLabels();
        _labelCount[_label[node]]++;
        _nodes[node].Cursor = _first[node];
        _relabelCount++;
    }

    private void MakeRoomForLabels()
    {
        var size = (int)long.Min(2L * _labelCount.Length, _cutOff + 2L);
        var used = _strongRoot.Length;
        Array.Resize(ref _labelCount, size);
        Array.Resize(ref _strongRoot, size);
        Array.Fill(_strongRoot, None, used, size - used);
    }

    /// <summary>Turns the way from the node up to its root round and hangs the node on the head of the slot.</summary>
    private void Merge(int node, int slot)
    {
        _mergeCount++;
        while (true)
        {
            var oldSlot = _nodes[node].ParentSlot;
            if (oldSlot != None)
                _forest.Detach(node);
            _forest.Attach(node, slot);
            if (oldSlot == None)
                return;
            (slot, node) = (_slots[oldSlot].Reverse, _slots[oldSlot].Head);
        }
    }

    /// <summary>Sends the excess of a former root up its new branch; a node from which not all can go on becomes a root.</summary>
    private void SendExcess(int node)
    {
        var excessBefore = 0L;
        while (_nodes[node].ParentSlot is var slot && slot != None && _nodes[node].Excess > 0)
        {
            ref var entry = ref _nodes[node];
            var parent = _slots[slot].Head;
            var amount = long.Min(entry.Excess, _slots[slot].Residual);
            _network.Send(slot, amount);
            entry.Excess -= amount;
            excessBefore = _nodes[parent].Excess;
            _nodes[parent].Excess += amount;
            if (entry.Excess > 0)
            {
                _forest.Detach(node);
                AddStrongRoot(node);
            }

            node = parent;
        }

        if (_nodes[node].ParentSlot == None && _nodes[node].Excess > 0 && excessBefore <= 0)
            AddStrongRoot(node);
    }
}
