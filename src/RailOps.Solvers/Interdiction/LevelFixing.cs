using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Which levels can still be part of a better plan: the least that an attack adds to the bound, over all ways its elements can lie
/// in the cut, is its price plus, for every element in the cut, the capacity left less the flow.
/// </summary>
internal sealed class LevelFixing
{
    private readonly AttackNet _net;
    private readonly PricedCut _cut;
    private readonly ItemGroups _arcsOf;
    private readonly StopSignal _stop;

    public LevelFixing(AttackNet net, PricedCut cut, StopSignal stop)
    {
        (_net, _cut, _stop) = (net, cut, stop);
        _arcsOf = new ItemGroups(net.TargetOf, net.TargetIds.Length, stop);
    }

    public ulong[] OpenLevels(Int128 gap)
    {
        var open = _net.Open.AsSpan().ToArray();
        for (var target = 0; target < open.Length && !_stop.Spend(1); target++)
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
        var arcs = _arcsOf[target];
        var index = 0;
        while (index < arcs.Length)
        {
            // The two pieces of an edge at a split node follow each other; a cut counts only one of them.
            var element = table.Element[_net.Piece[arcs[index]]];
            var term = Int128.MaxValue;
            for (; index < arcs.Length && table.Element[_net.Piece[arcs[index]]] == element; index++)
                term = Int128.Min(term, Term(arcs[index], level));
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
