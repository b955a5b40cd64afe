using RailOps.Solvers.Results;

namespace RailOps.Solvers.Flow;

/// <summary>
/// Problem: the minimum cut between the source and the sink of a residual network, and its value.
/// <para>
/// Method and source: A. V. Goldberg and R. E. Tarjan, "A new approach to the maximum-flow problem", Journal of the ACM 35, 1988,
/// first phase only: excess is pushed to nodes one label nearer the sink, highest label first (the last one added among equals).
/// Labels are made exact by breadth-first search at the start and whenever relabelling has looked at as many slots as there are,
/// plus six for each node (global relabelling; B. V. Cherkassky and A. V. Goldberg, Algorithmica 19, 1997). If a label is left
/// without nodes, everything above can no longer reach the sink (gap).
/// </para>
/// <para>
/// Invariants: label(tail) is at most label(head) + 1 over every slot with room; no node lacks anything (a preflow). Cost:
/// O(n^2 sqrt(m)) time; 36 bytes a node and 16 a slot. Numbers: 64 bits, checked. Deterministic.
/// </para>
/// <para>Does not do: arc flows (<see cref="FlowRecovery"/> does).</para>
/// </summary>
internal sealed class PushRelabelEngine : ICutEngine
{
    private const int None = -1;
    private const int StepsPerNode = 6;

    private readonly ResidualNetwork _network;
    private readonly TerminalClosure _source;
    private readonly TerminalClosure _sink;
    private readonly int[] _first;
    private readonly ResidualSlot[] _slots;
    private readonly long[] _excess;
    private readonly int[] _label;
    private readonly int[] _cursor;
    private readonly int[] _queue;

    // Nodes by label below _farthest: a stack of those that have excess, a list of all (both ways, for gaps).
    private readonly int[] _activeTop;
    private readonly int[] _activeNext;
    private readonly int[] _layerFirst;
    private readonly int[] _layerNext;
    private readonly int[] _layerPrevious;
    private readonly int _farthest;
    private int _highestActive;
    private int _highestLayer;
    private long _stepsSinceGlobal;
    private long _pushCount;
    private long _relabelCount;
    private long _arcScanCount;

    public PushRelabelEngine(ResidualNetwork network, TerminalClosure source, TerminalClosure sink)
    {
        (_network, _source, _sink) = (network, source, sink);
        (_first, _slots) = (network.First, network.Slots);
        _farthest = network.NodeCount;
        _excess = new long[network.NodeCount];
        _label = new int[network.NodeCount];
        _cursor = new int[network.NodeCount];
        _queue = new int[network.NodeCount];
        _activeTop = new int[network.NodeCount];
        _activeNext = new int[network.NodeCount];
        _layerFirst = new int[network.NodeCount + 1];
        _layerNext = new int[network.NodeCount];
        _layerPrevious = new int[network.NodeCount];
        FillFromSource();
        RelabelAll();
    }

    public SolveStatistics Statistics =>
        new(_pushCount, SolveCount: 1, SearchNodeCount: 0) { RelabelCount = _relabelCount, ArcScanCount = _arcScanCount };

    public bool Run(StopSignal stop)
    {
        while (TakeActive() is var node && node != None)
        {
            var scannedBefore = _arcScanCount;
            Discharge(node);
            if (_stepsSinceGlobal > (StepsPerNode * (long)_farthest) + _slots.Length)
                RelabelAll();
            if (stop.Spend(_arcScanCount - scannedBefore + 1))
                return false;
        }

        return true;
    }

    public long Value()
    {
        var value = 0L;
        foreach (var node in _sink.Nodes)
            value += _excess[node];
        return value;
    }

    public bool[] MarkNearSource()
    {
        var marks = new bool[_excess.Length];
        for (var node = 0; node < marks.Length; node++)
            marks[node] = _source.Contains[node] || (_excess[node] > 0 && !_sink.Contains[node]);
        ResidualSearch.Spread(_network, marks, forward: true);
        return marks;
    }

    public bool[] MarkNearSink()
    {
        var marks = (bool[])_sink.Contains.Clone();
        ResidualSearch.Spread(_network, marks, forward: false);
        return Array.ConvertAll(marks, mark => !mark);
    }

    public long[] ReadExcess() => (long[])_excess.Clone();

    private void FillFromSource()
    {
        foreach (var node in _source.Nodes)
        {
            for (var slot = _first[node]; slot < _first[node + 1]; slot++)
            {
                var (head, amount) = (_slots[slot].Head, _slots[slot].Residual);
                if (_source.Contains[head] || amount == 0)
                    continue;
                _network.Send(slot, amount);
                _excess[head] += amount;
            }
        }
    }

    /// <summary>Makes labels the exact distances to the sink; what cannot reach it is farthest and out of the game.</summary>
    private void RelabelAll()
    {
        _stepsSinceGlobal = 0;
        (_highestActive, _highestLayer) = (0, 0);
        Array.Fill(_label, _farthest);
        Array.Fill(_activeTop, None);
        Array.Fill(_layerFirst, None);
        var count = 0;
        foreach (var node in _sink.Nodes)
        {
            _label[node] = 0;
            _queue[count++] = node;
        }

        for (var next = 0; next < count; next++)
            count = LabelTailsOf(_queue[next], count);
    }

    private int LabelTailsOf(int node, int count)
    {
        for (var slot = _first[node]; slot < _first[node + 1]; slot++)
        {
            var tail = _slots[slot].Head;
            if (_label[tail] != _farthest || _source.Contains[tail] || _slots[_slots[slot].Reverse].Residual <= 0)
                continue;
            _label[tail] = _label[node] + 1;
            _cursor[tail] = _first[tail];
            Enlist(tail);
            if (_excess[tail] > 0)
                Activate(tail);
            _queue[count++] = tail;
        }

        return count;
    }

    private void Activate(int node)
    {
        var label = _label[node];
        _activeNext[node] = _activeTop[label];
        _activeTop[label] = node;
        _highestActive = int.Max(_highestActive, label);
    }

    private int TakeActive()
    {
        for (; _highestActive > 0; _highestActive--)
        {
            var node = _activeTop[_highestActive];
            if (node == None)
                continue;
            _activeTop[_highestActive] = _activeNext[node];
            return node;
        }

        return None;
    }

    private void Enlist(int node)
    {
        var label = _label[node];
        var next = _layerFirst[label];
        (_layerNext[node], _layerPrevious[node]) = (next, None);
        if (next != None)
            _layerPrevious[next] = node;
        _layerFirst[label] = node;
        _highestLayer = int.Max(_highestLayer, label);
    }

    private void Delist(int node)
    {
        var (next, previous) = (_layerNext[node], _layerPrevious[node]);
        if (previous == None)
            _layerFirst[_label[node]] = next;
        else
            _layerNext[previous] = next;
        if (next != None)
            _layerPrevious[next] = previous;
    }

    private void Discharge(int node)
    {
        while (true)
        {
            PushFrom(node);
            if (_excess[node] == 0)
                return;
            Relabel(node);
            if (_label[node] == _farthest)
                return;
        }
    }

    private void PushFrom(int node)
    {
        var wanted = _label[node] - 1;
        var (slot, end) = (_cursor[node], _first[node + 1]);
        for (; slot < end; slot++)
        {
            _arcScanCount++;
            var (head, room) = (_slots[slot].Head, _slots[slot].Residual);
            if (room <= 0 || _label[head] != wanted || _source.Contains[head])
                continue;
            var amount = long.Min(room, _excess[node]);
            _network.Send(slot, amount);
            _pushCount++;
            _excess[node] -= amount;
            _excess[head] += amount;
            if (_excess[head] == amount && wanted > 0)
                Activate(head);
            if (_excess[node] == 0)
                break;
        }

        _cursor[node] = slot;
    }

    private void Relabel(int node)
    {
        _relabelCount++;
        var old = _label[node];
        var (lowest, at) = (_farthest - 1, _first[node]);
        for (var slot = _first[node]; slot < _first[node + 1]; slot++)
        {
            if (_slots[slot].Residual > 0 && _label[_slots[slot].Head] < lowest && !_source.Contains[_slots[slot].Head])
                (lowest, at) = (_label[_slots[slot].Head], slot);
        }

        _arcScanCount += _first[node + 1] - _first[node];
        _stepsSinceGlobal += _first[node + 1] - _first[node] + StepsPerNode;
        Delist(node);
        if (_layerFirst[old] == None)
        {
            CutOffAbove(old);
            _label[node] = _farthest;
            return;
        }

        _label[node] = lowest + 1;
        _cursor[node] = at;
        if (_label[node] < _farthest)
            Enlist(node);
    }

    /// <summary>No node has this label any more, so those above cannot reach the sink.</summary>
    private void CutOffAbove(int label)
    {
        for (var layer = label + 1; layer <= _highestLayer; layer++)
        {
            for (var node = _layerFirst[layer]; node != None; node = _layerNext[node])
                _label[node] = _farthest;
            _layerFirst[layer] = None;
            if (layer < _activeTop.Length)
                _activeTop[layer] = None;
        }

        _highestLayer = label;
    }
}
