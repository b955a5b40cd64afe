using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Problem: as <see cref="NetFlow"/>, on large nets, where paths are long and layers many.
/// <para>
/// Method and source: push-relabel, the highest label first (A. V. Goldberg and R. E. Tarjan, "A new approach to the maximum-flow
/// problem", Journal of the ACM 35, 1988), exact labels again and again and gaps (B. V. Cherkassky and A. V. Goldberg, Algorithmica 19,
/// 1997). Starts from any feasible flow; nodes that cannot reach the target are left alone. What did not reach the sink stays where
/// it is until it is sent back to the source in the same way.
/// </para>
/// <para>
/// Invariants: residuals are never negative; a label is at most one more than that of any node a residual slot leads to, unless it is
/// <c>NodeCount</c> or more, which says that the target is out of reach. Nothing is ever pushed to such a node.
/// </para>
/// <para>Cost: O(n^2 sqrt(m)), far less on sparse nets; 36 bytes a node. Deterministic. Index arithmetic is unchecked, sums are not.</para>
/// </summary>
internal sealed class NetPreflow
{
    private const int None = -1;

    private readonly AttackNet _net;
    private readonly long[] _residual;
    private readonly StopSignal _stop;
    private readonly long[] _excess;
    private readonly int[] _label;
    private readonly int[] _cursor;
    private readonly int[] _firstAt;
    private readonly int[] _nextAt;
    private readonly int[] _previousAt;
    private readonly int[] _activeAt;
    private readonly int[] _nextActive;
    private readonly int[] _queue;
    private int _target;
    private int _highest;
    private int _top;
    private long _scanned;

    public NetPreflow(AttackNet net, long[] residual, StopSignal stop)
    {
        (_net, _residual, _stop) = (net, residual, stop);
        _excess = new long[net.NodeCount];
        (_label, _cursor, _queue) = (new int[net.NodeCount], new int[net.NodeCount], new int[net.NodeCount]);
        (_firstAt, _nextAt, _previousAt) = (new int[net.NodeCount + 1], new int[net.NodeCount], new int[net.NodeCount]);
        (_activeAt, _nextActive) = (new int[net.NodeCount + 1], new int[net.NodeCount]);
    }

    public long PushCount { get; private set; }

    /// <summary>Excess per node: what came to it and did not go on. 0 at the terminals.</summary>
    public ReadOnlySpan<long> Excess => _excess;

    /// <summary>What can leave the source at most.</summary>
    public Int128 SourceRoom()
    {
        Int128 room = 0;
        for (var slot = _net.First[AttackNet.Source]; slot < _net.First[AttackNet.Source + 1]; slot++)
            room += _residual[slot];
        return room;
    }

    /// <summary>Sends as much as possible from the source to the sink, and returns how much. The rest waits on its way.</summary>
    public long PushToSink()
    {
        _target = AttackNet.Sink;
        LabelAll();
        for (var slot = _net.First[AttackNet.Source]; slot < _net.First[AttackNet.Source + 1] && !_stop.Spend(1); slot++)
        {
            var head = _net.SlotHead[slot];
            if (_residual[slot] > 0 && _label[head] < _net.NodeCount)
                Send(AttackNet.Source, slot, _residual[slot]);
        }

        var arrived = Run();
        _excess[AttackNet.Source] = 0;
        return arrived;
    }

    /// <summary>Sends what did not arrive back to the source.</summary>
    public void ReturnToSource()
    {
        _target = AttackNet.Source;
        LabelAll();
        Run();
    }

    private long Run()
    {
        while (!_stop.IsRaised && TakeHighest() is var node && node != None)
        {
            var before = _scanned;
            Discharge(node);
            _stop.Spend(_scanned - before + 1);
            if (_scanned > (6L * _net.NodeCount) + _residual.Length)
                LabelAll();
        }

        var arrived = _excess[_target];
        _excess[_target] = 0;
        return arrived;
    }

    /// <summary>Exact distances to the target, and the nodes with excess filed by them.</summary>
    private void LabelAll()
    {
        var beyond = _net.NodeCount;
        Array.Fill(_label, beyond);
        Array.Fill(_firstAt, None);
        Array.Fill(_activeAt, None);
        (_highest, _top, _scanned) = (0, 0, 0);
        (_label[_target], _queue[0]) = (0, _target);
        var count = 1;
        for (var next = 0; next < count; next++)
        {
            var node = _queue[next];
            if (_stop.Spend(_net.First[node + 1] - _net.First[node]))
                return;
            Settle(node);
            for (var slot = _net.First[node]; slot < _net.First[node + 1]; slot++)
            {
                var tail = _net.SlotHead[slot];
                if (_label[tail] != beyond || IsOtherEnd(tail) || _residual[_net.Reverse[slot]] <= 0)
                    continue;
                _label[tail] = _label[node] + 1;
                _queue[count++] = tail;
            }
        }
    }

    /// <summary>The sink never sends anything back, nor does the source send anything on.</summary>
    private bool IsOtherEnd(int node) => node <= AttackNet.Sink && node != _target;

    private void Settle(int node)
    {
        Enter(node);
        _cursor[node] = _net.First[node];
        if (_excess[node] > 0 && node != _target)
            File(node);
    }

    private void File(int node)
    {
        var label = _label[node];
        _nextActive[node] = _activeAt[label];
        _activeAt[label] = node;
        _highest = int.Max(_highest, label);
    }

    private int TakeHighest()
    {
        while (_highest > 0)
        {
            var node = _activeAt[_highest];
            if (node == None)
            {
                _highest--;
                continue;
            }

            _activeAt[_highest] = _nextActive[node];
            if (_label[node] == _highest)
                return node;
        }

        return None;
    }

    /// <summary>Pushes a node's excess on until nothing is left or the target is out of reach.</summary>
    private void Discharge(int node)
    {
        unchecked
        {
            var (end, heads) = (_net.First[node + 1], _net.SlotHead);
            while (true)
            {
                var wanted = _label[node] - 1;
                var slot = _cursor[node];
                while (slot < end && (_residual[slot] <= 0 || _label[heads[slot]] != wanted))
                    slot++;
                _scanned += slot - _cursor[node] + 1;
                _cursor[node] = slot;
                if (slot == end)
                {
                    if (!Relabel(node))
                        return;
                    continue;
                }

                Send(node, slot, long.Min(_excess[node], _residual[slot]));
                if (_excess[node] == 0)
                    return;
            }
        }
    }

    private void Send(int node, int slot, long amount)
    {
        var head = _net.SlotHead[slot];
        PushCount++;
        _residual[slot] -= amount;
        _residual[_net.Reverse[slot]] += amount;
        _excess[node] -= amount;
        if (_excess[head] == 0 && head != _target)
        {
            _excess[head] = amount;
            File(head);
            return;
        }

        _excess[head] += amount;
    }

    /// <summary>Raises a label as far as it must; false if the target is out of reach.</summary>
    private bool Relabel(int node)
    {
        var (before, least) = (_label[node], _net.NodeCount);
        for (var slot = _net.First[node]; slot < _net.First[node + 1]; slot++)
        {
            if (_residual[slot] > 0)
                least = int.Min(least, _label[_net.SlotHead[slot]] + 1);
        }

        _scanned += _net.First[node + 1] - _net.First[node];
        Leave(node);
        if (_firstAt[before] == None)
            CutOffAbove(before);
        if (least >= _net.NodeCount || _firstAt[before] == None)
        {
            _label[node] = _net.NodeCount;
            return false;
        }

        _label[node] = least;
        Enter(node);
        _cursor[node] = _net.First[node];
        return true;
    }

    /// <summary>Where no node has a label, none above can reach the target any more.</summary>
    private void CutOffAbove(int gap)
    {
        for (; _top > gap; _top--)
        {
            for (var node = _firstAt[_top]; node != None; node = _nextAt[node])
                _label[node] = _net.NodeCount;
            _firstAt[_top] = None;
        }
    }

    private void Enter(int node)
    {
        var (label, next) = (_label[node], _firstAt[_label[node]]);
        (_nextAt[node], _previousAt[node], _firstAt[label]) = (next, None, node);
        if (next != None)
            _previousAt[next] = node;
        _top = int.Max(_top, label);
    }

    private void Leave(int node)
    {
        var (previous, next) = (_previousAt[node], _nextAt[node]);
        if (previous == None)
            _firstAt[_label[node]] = next;
        else
            _nextAt[previous] = next;
        if (next != None)
            _previousAt[next] = previous;
    }
}
