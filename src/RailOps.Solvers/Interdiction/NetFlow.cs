using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Problem: maximum flow through the residual capacities of an <see cref="AttackNet"/>, from any flow that is feasible.
/// <para>
/// Method and source: E. A. Dinic (1970), layers counted backwards from the target, current arcs, paths searched in a loop. As
/// Flow.DinicEngine, but on nets that are made and thrown away by the thousand, whose capacities all change at once.
/// </para>
/// <para>Invariants: residuals are never negative; residual(slot) + residual(reverse slot) never changes in a push.</para>
/// <para>Every loop looks at the signal. Once it says stop, flow and marks are of no use.</para>
/// <para>Cost: O(n^2 m) at worst, far less on sparse nets. Index arithmetic is unchecked: every index is a slot or node of the net.</para>
/// </summary>
internal sealed class NetFlow
{
    // Below this NetPreflow's set-up is not worth it (./railops bench interdiction).
    private const int SmallestLargeNet = 1000;

    // What NetPreflow may have to add up in 64 bits.
    private const long LargestRoom = 1L << 62;

    private readonly AttackNet _net;
    private readonly int[] _level;
    private readonly int[] _cursor;
    private readonly int[] _queue;
    private readonly int[] _path;
    private NetPreflow? _preflow;

    private StopSignal _stop;

    /// <summary>Starts with residuals of 0.</summary>
    /// <param name="net">The net.</param>
    /// <param name="stop">Looked at in every loop; null never says stop.</param>
    public NetFlow(AttackNet net, StopSignal? stop = null)
    {
        (_net, _stop) = (net, stop ?? new StopSignal());
        Residual = new long[net.SlotHead.Length];
        (_level, _cursor) = (new int[net.NodeCount], new int[net.NodeCount]);
        (_queue, _path) = (new int[net.NodeCount], new int[net.NodeCount]);
    }

    /// <summary>Residual capacity per slot.</summary>
    public long[] Residual { get; }

    public long AugmentationCount { get; private set; }

    /// <summary>True if <see cref="PushAll"/> takes <see cref="NetPreflow"/>.</summary>
    public bool IsLarge => _net.NodeCount >= SmallestLargeNet;

    /// <summary>
    /// Pushes all that can go from the source to the sink, up to a limit, and returns how much went. Large nets are left to
    /// <see cref="NetPreflow"/>, which may find more than the limit.
    /// </summary>
    /// <param name="limit">More than this is not asked for.</param>
    /// <param name="isCutEnough">True if only the value and the marks are wanted: then the residuals need not belong to a flow.</param>
    public long PushAll(long limit, bool isCutEnough)
    {
        if (!IsLarge || _stop.IsRaised)
            return Push(AttackNet.Source, AttackNet.Sink, limit);
        _preflow = new NetPreflow(_net, Residual, _stop);
        if (_preflow.SourceRoom() > LargestRoom)
        {
            _preflow = null;
            return Push(AttackNet.Source, AttackNet.Sink, limit);
        }

        var pushed = _preflow.PushToSink();
        if (!isCutEnough)
            _preflow.ReturnToSource();
        AugmentationCount += _preflow.PushCount;
        return long.Min(pushed, limit);
    }

    /// <summary>Pushes up to <paramref name="limit"/> and returns how much went; less than possible only if stopped.</summary>
    public long Push(int from, int to, long limit)
    {
        var remaining = limit;
        while (remaining > 0 && !_stop.IsRaised && Label(from, to))
            remaining -= PushThroughLayers(from, to, remaining);
        return limit - remaining;
    }

    /// <summary>As the other, but looks at a signal of its own; null never says stop.</summary>
    public long Push(int from, int to, long limit, StopSignal? stop)
    {
        var before = _stop;
        _stop = stop ?? new StopSignal();
        var pushed = Push(from, to, limit);
        _stop = before;
        return pushed;
    }

    /// <summary>Marks per node: true if more flow could still get there from the source.</summary>
    public bool[] NearSource()
    {
        var marks = new bool[_net.NodeCount];
        marks[AttackNet.Source] = true;
        _queue[0] = AttackNet.Source;
        var count = 1;

        // What waits on its way from the source could go back there and come again.
        for (var node = 0; _preflow is not null && node < marks.Length; node++)
        {
            if (_preflow.Excess[node] > 0)
                (marks[node], _queue[count++]) = (true, node);
        }

        Mark(marks, count, forward: true);
        return marks;
    }

    /// <summary>Marks per node: false if more flow could still get from there to the sink.</summary>
    public bool[] NearSink()
    {
        var marks = new bool[_net.NodeCount];
        (marks[AttackNet.Sink], _queue[0]) = (true, AttackNet.Sink);
        Mark(marks, 1, forward: false);
        for (var node = 0; node < marks.Length; node++)
            marks[node] = !marks[node];
        return marks;
    }

    private bool Label(int from, int to)
    {
        unchecked
        {
            var (first, heads, reverse, residual, level) = (_net.First, _net.SlotHead, _net.Reverse, Residual, _level);
            Array.Fill(level, -1);
            level[to] = 0;
            _cursor[to] = first[to];
            _queue[0] = to;
            var count = 1;
            for (var next = 0; next < count; next++)
            {
                var node = _queue[next];
                if (_stop.Spend(first[node + 1] - first[node]))
                    return false;
                var depth = level[node] + 1;
                for (var slot = first[node]; slot < first[node + 1]; slot++)
                {
                    var tail = heads[slot];
                    if (level[tail] != -1 || residual[reverse[slot]] <= 0)
                        continue;
                    level[tail] = depth;
                    _cursor[tail] = first[tail];
                    if (tail == from)
                        return true;
                    _queue[count++] = tail;
                }
            }

            return false;
        }
    }

    private long PushThroughLayers(int from, int to, long limit)
    {
        var (remaining, depth, node) = (limit, 0, from);
        while (!_stop.Spend(1))
        {
            if (node == to)
            {
                var pushed = Bottleneck(depth, remaining);
                remaining -= pushed;
                depth = Augment(depth, pushed);
                if (remaining == 0 || _stop.Spend(depth))
                    return limit - remaining;
                node = _net.SlotHead[_net.Reverse[_path[depth]]];
            }
            else if (TryAdvance(node, out var slot))
            {
                _path[depth++] = slot;
                node = _net.SlotHead[slot];
            }
            else if (depth == 0)
            {
                return limit - remaining;
            }
            else
            {
                _level[node] = -1;
                node = _net.SlotHead[_net.Reverse[_path[--depth]]];
            }
        }

        return limit - remaining;
    }

    private bool TryAdvance(int node, out int slot)
    {
        unchecked
        {
            var (heads, residual, levels) = (_net.SlotHead, Residual, _level);
            var end = _net.First[node + 1];
            var level = levels[node] - 1;
            for (slot = _cursor[node]; slot < end; slot++)
            {
                if (levels[heads[slot]] == level && residual[slot] > 0)
                {
                    _cursor[node] = slot;
                    return true;
                }
            }

            _cursor[node] = end;
            return false;
        }
    }

    private long Bottleneck(int depth, long limit)
    {
        var smallest = limit;
        for (var step = 0; step < depth; step++)
            smallest = long.Min(smallest, Residual[_path[step]]);
        return smallest;
    }

    /// <summary>Pushes along the path and returns the position of the first slot that is now full (or 0).</summary>
    private int Augment(int depth, long amount)
    {
        AugmentationCount++;
        var firstFull = 0;
        for (var step = depth - 1; step >= 0; step--)
        {
            var slot = _path[step];
            Residual[slot] -= amount;
            Residual[_net.Reverse[slot]] += amount;
            if (Residual[slot] == 0)
                firstFull = step;
        }

        return firstFull;
    }

    private void Mark(bool[] marks, int count, bool forward)
    {
        for (var next = 0; next < count; next++)
        {
            var node = _queue[next];
            if (_stop.Spend(_net.First[node + 1] - _net.First[node]))
                return;
            for (var slot = _net.First[node]; slot < _net.First[node + 1]; slot++)
            {
                var other = _net.SlotHead[slot];
                if (marks[other] || Residual[forward ? slot : _net.Reverse[slot]] <= 0)
                    continue;
                marks[other] = true;
                _queue[count++] = other;
            }
        }
    }
}
