using RailOps.Solvers.Results;

namespace RailOps.Solvers.MinCost;

/// <summary>
/// The pivots of <see cref="NetworkSimplexSolver"/>, where method, invariants and the proof that they end are told. State and flow of
/// every arc, potentials and tree stay from one run to the next.
/// </summary>
internal sealed class SimplexEngine
{
    // More room than any finite arc or any backward step can have, less than an unlimited arc always has.
    private const long Ample = 1L << 62;
    private const int LeastBlockSize = 10;

    private readonly SimplexNet _net;
    private readonly SimplexTree _tree;
    private readonly long[] _flow;
    private readonly long[] _potential;
    private readonly sbyte[] _state;
    private readonly int _blockSize;
    private int _nextArc;

    public SimplexEngine(SimplexNet net)
    {
        _net = net;
        _tree = new SimplexTree(net.NodeCount);
        _flow = new long[net.Arcs.Length];
        _potential = new long[net.NodeCount + 1];
        _state = new sbyte[net.ArcCount];
        _blockSize = Math.Max(LeastBlockSize, (int)Math.Sqrt(net.ArcCount));
        Start = new SimplexStart(net, _tree, _flow, _potential, _state);
    }

    /// <summary>Makes the tree fit the net's present numbers.</summary>
    public SimplexStart Start { get; }

    public long[] Flow => _flow;

    public long[] Potential => _potential;

    public long PivotCount { get; private set; }

    public long DegeneratePivotCount { get; private set; }

    public long ArcScanCount { get; private set; }

    public long TreeWorkCount { get; private set; }

    /// <summary>Arcs of the cycle that earns without end, in order; empty unless the last run ended with it.</summary>
    public List<int> Ray { get; } = [];

    /// <summary>True if an artificial arc carries something: what was asked is not done yet.</summary>
    public bool IsShort => Array.Exists(_tree.Nodes, node => node.Arc >= _net.ArcCount && _flow[node.Arc] > 0);

    /// <summary>Nodes that give to the root what they should give to the net.</summary>
    public IEnumerable<int> Unserved() => Enumerable.Range(0, _net.NodeCount)
        .Where(node => _tree.Nodes[node].Arc == _net.ArcCount + node && _tree.Nodes[node].IsUp && _flow[_net.ArcCount + node] > 0);

    /// <summary>Pivots to the end, or until the signal is raised.</summary>
    public SimplexOutcome Run(StopSignal stop)
    {
        Ray.Clear();
        if (stop.Spend(1))
            return SimplexOutcome.Interrupted;
        while (true)
        {
            var entering = FindEntering(stop);
            if (stop.IsRaised)
                return SimplexOutcome.Interrupted;
            if (entering < 0)
                return SimplexOutcome.Optimal;
            var work = TreeWorkCount;
            if (!Pivot(entering))
                return SimplexOutcome.Ray;
            if (stop.Spend(1 + TreeWorkCount - work))
                return SimplexOutcome.Interrupted;
        }
    }

    /// <summary>
    /// The most violated arc of the first block that has any, -1 if no block has. Blocks go round and round from where the last search
    /// ended; of equals the first is taken.
    /// </summary>
    private int FindEntering(StopSignal stop)
    {
        var count = _net.ArcCount;
        for (var scanned = 0; scanned < count;)
        {
            var size = Math.Min(_blockSize, count - scanned);
            var end = Math.Min(_nextArc + size, count);
            var (worst, found) = (0L, -1);
            ScanBlock(_nextArc, end, ref worst, ref found);
            var rest = size - (end - _nextArc);
            _nextArc = end == count ? rest : end;
            if (rest > 0)
                ScanBlock(0, rest, ref worst, ref found);
            ArcScanCount += size;
            scanned += size;
            if (stop.Spend(size) || found >= 0)
                return found;
        }

        return -1;
    }

    private void ScanBlock(int start, int end, ref long worst, ref int found)
    {
        var arcs = _net.Arcs.AsSpan(0, end);
        var states = _state.AsSpan(0, end);
        var potential = _potential;
        for (var arc = start; arc < arcs.Length; arc++)
        {
            ref readonly var one = ref arcs[arc];
            var violation = states[arc] * (one.Cost + potential[one.Tail] - potential[one.Head]);
            if (violation < worst)
                (worst, found) = (violation, arc);
        }
    }

    /// <summary>Sends round the cycle of the entering arc what can pass and makes the tree fit. False if anything can pass.</summary>
    private bool Pivot(int entering)
    {
        var isForward = _state[entering] > 0;
        var (from, to) = isForward ? (_net.Arcs[entering].Tail, _net.Arcs[entering].Head) : (_net.Arcs[entering].Head, _net.Arcs[entering].Tail);
        var apex = _tree.Apex(from, to);
        var (amount, leaving, isFromSide) = Narrowest(entering, from, to, apex);
        if (amount > Ample)
        {
            ReadRay(entering, from, to, apex);
            return false;
        }

        PivotCount++;
        DegeneratePivotCount += amount == 0 ? 1 : 0;
        if (amount > 0)
            Send(entering, isForward, from, to, apex, amount);
        if (leaving < 0)
            _state[entering] = (sbyte)-_state[entering];
        else
            Exchange(entering, leaving, isFromSide ? from : to, isFromSide ? to : from, apex);
        return true;
    }

    /// <summary>
    /// How much can go round, and where it ends: the node below the last narrowest arc, seen from the apex along the cycle; -1 if that is
    /// the entering arc itself. This choice keeps the tree strongly feasible.
    /// </summary>
    private (long Amount, int Leaving, bool IsFromSide) Narrowest(int entering, int from, int to, int apex)
    {
        var (amount, leaving, isFromSide) = (_net.Capacity[entering], -1, false);
        var nodes = _tree.Nodes;
        for (var node = from; node != apex; node = nodes[node].Parent)
        {
            var room = Room(nodes[node].Arc, isForward: !nodes[node].IsUp);
            if (room < amount)
                (amount, leaving, isFromSide) = (room, node, true);
        }

        for (var node = to; node != apex; node = nodes[node].Parent)
        {
            var room = Room(nodes[node].Arc, nodes[node].IsUp);
            if (room <= amount)
                (amount, leaving, isFromSide) = (room, node, false);
        }

        return (amount, leaving, isFromSide);
    }

    private long Room(int arc, bool isForward) => isForward ? _net.Capacity[arc] - _flow[arc] : _flow[arc];

    private void Send(int entering, bool isForward, int from, int to, int apex, long amount)
    {
        var nodes = _tree.Nodes;
        _flow[entering] += isForward ? amount : -amount;
        for (var node = from; node != apex; node = nodes[node].Parent)
            _flow[nodes[node].Arc] += nodes[node].IsUp ? -amount : amount;
        for (var node = to; node != apex; node = nodes[node].Parent)
            _flow[nodes[node].Arc] += nodes[node].IsUp ? amount : -amount;
    }

    private void Exchange(int entering, int leaving, int inside, int outside, int apex)
    {
        var arc = _net.Arcs[entering];
        var reducedCost = arc.Cost + _potential[arc.Tail] - _potential[arc.Head];
        var leavingArc = _tree.Nodes[leaving].Arc;
        if (leavingArc < _net.ArcCount)
            _state[leavingArc] = SimplexStart.StateAtBound(_flow[leavingArc], _net.Capacity[leavingArc]);
        _state[entering] = 0;
        _tree.Move(leaving, inside, outside, entering, arc.Tail == inside, apex);
        ShiftPotentials(inside, arc.Tail == inside ? -reducedCost : reducedCost);
    }

    private void ShiftPotentials(int top, long by)
    {
        var nodes = _tree.Nodes;
        var count = nodes[top].Size;
        var node = top;
        for (var left = count; left > 0; left--)
        {
            _potential[node] += by;
            node = nodes[node].Next;
        }

        TreeWorkCount += count;
    }

    private void ReadRay(int entering, int from, int to, int apex)
    {
        var nodes = _tree.Nodes;
        for (var node = from; node != apex; node = nodes[node].Parent)
            Ray.Add(nodes[node].Arc);
        Ray.Reverse();
        Ray.Add(entering);
        for (var node = to; node != apex; node = nodes[node].Parent)
            Ray.Add(nodes[node].Arc);
    }
}
