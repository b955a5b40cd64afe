namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Which levels can still be part of a better plan: the least that an attack adds to the bound, over all ways its elements can lie
/// in the cut, is its price plus, for every element in the cut, the capacity left less the flow.
/// </summary>
internal sealed class LevelFixing
{
    private readonly AttackNet _net;
    private readonly PricedCut _cut;
    private readonly int[] _first;
    private readonly int[] _arcs;

    public LevelFixing(AttackNet net, PricedCut cut)
    {
        (_net, _cut) = (net, cut);
        _first = new int[net.TargetIds.Length + 1];
        for (var arc = 0; arc < net.ArcCount; arc++)
        {
            if (net.TargetOf[arc] >= 0)
                _first[net.TargetOf[arc] + 1]++;
        }

        for (var target = 0; target < net.TargetIds.Length; target++)
            _first[target + 1] += _first[target];
        _arcs = new int[_first[^1]];
        var next = _first.AsSpan().ToArray();
        for (var arc = 0; arc < net.ArcCount; arc++)
        {
            if (net.TargetOf[arc] >= 0)
                _arcs[next[net.TargetOf[arc]]++] = arc;
        }
    }

    public ulong[] OpenLevels(Int128 gap)
    {
        var open = _net.Open.AsSpan().ToArray();
        for (var target = 0; target < open.Length; target++)
        {
            var levels = open[target];
            for (var level = 0; levels != 0; level++, levels >>= 1)
            {
                if ((levels & 1) == 1 && LeastAdded(target, level) > gap)
                    open[target] &= ~(1UL << level);
            }
        }

        return open;
    }

    private Int128 LeastAdded(int target, int level)
    {
        var (table, id) = (_net.Table, _net.TargetIds[target]);
        var (negatives, smallest) = ((Int128)0, Int128.MaxValue);
        var index = _first[target];
        while (index < _first[target + 1])
        {
            // The two pieces of an edge at a split node follow each other; a cut counts only one of them.
            var element = table.Element[_net.Piece[_arcs[index]]];
            var term = Int128.MaxValue;
            for (; index < _first[target + 1] && table.Element[_net.Piece[_arcs[index]]] == element; index++)
                term = Int128.Min(term, Term(_arcs[index], level));
            smallest = Int128.Min(smallest, term);
            negatives += Int128.Min(term, 0);
        }

        var price = _cut.Prices.OfBudget(table.Cost(id, level));
        return price + (negatives < 0 ? negatives : smallest);
    }

    private Int128 Term(int arc, int level)
    {
        var piece = _net.Piece[arc];
        var flow = _net.Table.Back[piece] == PieceBack.Same ? long.Abs(_cut.Flow[arc]) : _cut.Flow[arc];
        return ((Int128)_net.Table.Residual(piece, level) << _net.Table.ScaleBits) - flow;
    }
}
