using RailOps.Solvers.Flow;

namespace RailOps.Solvers.Cuts;

/// <summary>Which nodes of a residual network are on which side so far, with a way back.</summary>
internal sealed class SidePartition
{
    private readonly ResidualTopology _topology;
    private readonly bool[] _isOpen;
    private readonly Side[] _side;
    private readonly List<int> _decided = [];

    /// <param name="topology">The network.</param>
    /// <param name="isOpen">One entry per slot: true if it has any capacity.</param>
    public SidePartition(ResidualTopology topology, bool[] isOpen)
    {
        (_topology, _isOpen) = (topology, isOpen);
        _side = new Side[topology.NodeCount];
    }

    public enum Side : byte
    {
        Open,
        Source,
        Sink,
    }

    /// <summary>Number of decisions; pass it to <see cref="UndoTo"/>.</summary>
    public int DecidedCount => _decided.Count;

    public int NodeAt(int decision) => _decided[decision];

    public Side SideOf(int node) => _side[node];

    public void Decide(int node, Side side)
    {
        _side[node] = side;
        _decided.Add(node);
    }

    public void UndoTo(int count)
    {
        for (var index = count; index < _decided.Count; index++)
            _side[_decided[index]] = Side.Open;
        _decided.RemoveRange(count, _decided.Count - count);
    }

    /// <summary>An open node that goods reach from the source side, the first one in order of decisions and slots; -1 if there is none.</summary>
    public int NextToSourceSide()
    {
        foreach (var node in _decided)
        {
            if (_side[node] != Side.Source)
                continue;
            for (var slot = _topology.First[node]; slot < _topology.First[node + 1]; slot++)
            {
                if (_isOpen[slot] && _side[_topology.Heads[slot]] == Side.Open)
                    return _topology.Heads[slot];
            }
        }

        return -1;
    }

    public bool[] SourceMarks() => Array.ConvertAll(_side, side => side == Side.Source);

    /// <summary>True if every open slot that leaves the source side leads to where goods could still get to the sink.</summary>
    public bool IsMinimalCut()
    {
        var reaches = new bool[_side.Length];
        var queue = new List<int> { _topology.Sink };
        reaches[_topology.Sink] = true;
        for (var next = 0; next < queue.Count; next++)
        {
            for (var slot = _topology.First[queue[next]]; slot < _topology.First[queue[next] + 1]; slot++)
            {
                var tail = _topology.Heads[slot];
                if (reaches[tail] || _side[tail] == Side.Source || !_isOpen[_topology.Reverse[slot]])
                    continue;
                reaches[tail] = true;
                queue.Add(tail);
            }
        }

        for (var slot = 0; slot < _isOpen.Length; slot++)
        {
            var (tail, head) = (_topology.Heads[_topology.Reverse[slot]], _topology.Heads[slot]);
            if (_isOpen[slot] && _side[tail] == Side.Source && _side[head] != Side.Source && !reaches[head])
                return false;
        }

        return true;
    }
}
