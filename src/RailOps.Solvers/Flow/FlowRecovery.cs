namespace RailOps.Solvers.Flow;

/// <summary>
/// Problem: nodes of a residual network have excess or deficit; make it a flow without sending anything more into the sink.
/// <para>
/// Method and source: the second phase of B. V. Cherkassky and A. V. Goldberg, "On implementing the push-relabel method for the
/// maximum flow problem", Algorithmica 19, 1997, used both ways: a depth-first search against the flow takes away circulations and
/// sorts the nodes; then each node, last reached by the flow first, gives its excess back where it came from. Deficits likewise,
/// along the flow. What is taken back ends at terminals (or at a node that lacks it).
/// </para>
/// <para>Cost: O(m) and O(n) for each circulation found, of which there are at most m; 8 bytes a slot and 17 a node.</para>
/// </summary>
internal sealed class FlowRecovery
{
    private readonly ResidualNetwork _network;
    private readonly ResidualSlot[] _slots;
    private readonly int[] _first;
    private readonly long[] _capacities;
    private readonly long[] _excess;
    private readonly Func<int, bool> _isTerminal;
    private readonly Place[] _place;
    private readonly int[] _cursor;
    private readonly int[] _path;
    private readonly int[] _order;
    private int _orderCount;
    private int _sign;

    /// <param name="network">The network; its residuals are changed.</param>
    /// <param name="capacities">Residual of every slot at zero flow.</param>
    /// <param name="excess">Inflow less outflow of every node; becomes 0 at all but terminals.</param>
    /// <param name="isTerminal">True for nodes that may keep any excess or deficit.</param>
    public FlowRecovery(ResidualNetwork network, long[] capacities, long[] excess, Func<int, bool> isTerminal)
    {
        _network = network;
        (_slots, _first) = (network.Slots, network.First);
        (_capacities, _excess, _isTerminal) = (capacities, excess, isTerminal);
        _place = new Place[network.NodeCount];
        _cursor = new int[network.NodeCount];
        _path = new int[network.NodeCount];
        _order = new int[network.NodeCount];
    }

    private enum Place : byte
    {
        New,
        OnPath,
        Done,
    }

    /// <summary>Gives all excess back, then all deficits.</summary>
    public void Run()
    {
        Run(sign: 1);
        Run(sign: -1);
    }

    private void Run(int sign)
    {
        (_sign, _orderCount) = (sign, 0);
        for (var node = 0; node < _place.Length; node++)
        {
            _place[node] = _isTerminal(node) ? Place.Done : Place.New;
            _cursor[node] = _first[node];
        }

        for (var node = 0; node < _place.Length; node++)
        {
            if (_place[node] == Place.New && _sign * _excess[node] > 0)
                Search(node);
        }

        while (_orderCount > 0)
            GiveBack(_order[--_orderCount]);
    }

    /// <summary>Flow that came in through the pair of a slot (sign 1), or that left through it (sign -1).</summary>
    private long FlowAt(int slot) => _sign * (_slots[slot].Residual - _capacities[slot]);

    private void Cancel(int slot, long amount) => _network.Send(slot, _sign * amount);

    private void Search(int start)
    {
        var (node, depth) = (start, 0);
        _place[node] = Place.OnPath;
        while (true)
        {
            var slot = NextUnfinished(node);
            if (slot < 0)
            {
                _place[node] = Place.Done;
                _order[_orderCount++] = node;
                if (depth == 0)
                    return;
                node = TailOf(_path[--depth]);
                _cursor[node]++;
            }
            else if (_place[_slots[slot].Head] == Place.New)
            {
                _path[depth++] = slot;
                node = _slots[slot].Head;
                _place[node] = Place.OnPath;
            }
            else
            {
                depth = CancelCirculation(slot, depth, node);
                node = depth == 0 ? start : _slots[_path[depth - 1]].Head;
            }
        }
    }

    private int NextUnfinished(int node)
    {
        for (var slot = _cursor[node]; slot < _first[node + 1]; slot++)
        {
            if (FlowAt(slot) > 0 && _place[_slots[slot].Head] != Place.Done)
            {
                _cursor[node] = slot;
                return slot;
            }
        }

        _cursor[node] = _first[node + 1];
        return -1;
    }

    /// <summary>Takes away the circulation that a slot closes; the length of the path up to the first slot now empty.</summary>
    private int CancelCirculation(int closing, int depth, int node)
    {
        var turn = _slots[closing].Head;
        var amount = FlowAt(closing);
        var start = depth;
        for (var at = node; at != turn; at = TailOf(_path[start]))
            amount = long.Min(amount, FlowAt(_path[--start]));
        Cancel(closing, amount);
        var kept = depth;
        for (var step = depth - 1; step >= start; step--)
        {
            Cancel(_path[step], amount);
            if (FlowAt(_path[step]) == 0)
                kept = step;
        }

        for (var step = kept; step < depth; step++)
            _place[_slots[_path[step]].Head] = Place.New;
        return kept;
    }

    private void GiveBack(int node)
    {
        for (var slot = _first[node]; _sign * _excess[node] > 0; slot++)
        {
            if (slot == _first[node + 1])
                throw new InvalidOperationException($"Node {node} should be able to give back {_excess[node]} flow units, but less flow passes it: excess was counted wrongly.");
            var amount = long.Min(FlowAt(slot), _sign * _excess[node]);
            if (amount <= 0)
                continue;
            Cancel(slot, amount);
            _excess[node] -= _sign * amount;
            _excess[_slots[slot].Head] += _sign * amount;
        }
    }

    private int TailOf(int slot) => _slots[_slots[slot].Reverse].Head;
}
