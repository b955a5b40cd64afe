using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Strongly connected components of the slots that imply, among nodes without a label (R. E. Tarjan, "Depth-first search and linear
/// graph algorithms", SIAM Journal on Computing 1, 1972). A loop instead of recursion, so long chains need no stack. O(n + m).
/// </summary>
internal sealed class StrongComponents
{
    private readonly AttackNet _net;
    private readonly bool[] _implies;
    private readonly int[] _labels;
    private readonly StopSignal _stop;
    private readonly int[] _order;
    private readonly int[] _low;
    private readonly int[] _cursor;
    private readonly Stack<int> _path = new();
    private readonly Stack<int> _open = new();
    private int _count;
    private int _nextLabel;

    private StrongComponents(AttackNet net, bool[] implies, int[] labels, int nextLabel, StopSignal stop)
    {
        (_net, _implies, _labels, _nextLabel, _stop) = (net, implies, labels, nextLabel, stop);
        (_order, _low, _cursor) = (new int[net.NodeCount], new int[net.NodeCount], net.First.AsSpan(0, net.NodeCount).ToArray());
    }

    /// <summary>
    /// Gives every node without a label (-1) the label of its component; returns the first label not used. Of no use if the signal
    /// says stop meanwhile.
    /// </summary>
    public static int Label(AttackNet net, bool[] implies, int[] labels, int nextLabel, StopSignal stop)
    {
        var search = new StrongComponents(net, implies, labels, nextLabel, stop);
        for (var node = 0; node < net.NodeCount && !stop.Spend(1); node++)
        {
            if (labels[node] < 0)
                search.From(node);
        }

        return search._nextLabel;
    }

    private void From(int start)
    {
        Enter(start);
        while (!_stop.Spend(1) && _path.TryPeek(out var node))
        {
            if (_cursor[node] < _net.First[node + 1])
            {
                Follow(node, _cursor[node]++);
                continue;
            }

            _path.Pop();
            if (_path.TryPeek(out var above))
                _low[above] = int.Min(_low[above], _low[node]);
            if (_low[node] == _order[node])
                Close(node);
        }
    }

    private void Enter(int node)
    {
        _order[node] = _low[node] = ++_count;
        _path.Push(node);
        _open.Push(node);
    }

    private void Follow(int node, int slot)
    {
        var other = _net.SlotHead[slot];
        if (!_implies[slot] || _labels[other] >= 0)
            return;
        if (_order[other] == 0)
            Enter(other);
        else
            _low[node] = int.Min(_low[node], _order[other]);
    }

    private void Close(int root)
    {
        int node;
        do
        {
            node = _open.Pop();
            _labels[node] = _nextLabel;
        }
        while (node != root);
        _nextLabel++;
    }
}
