using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Problem: what must hold in every plan better than the best so far?
/// <para>
/// Method: weak duality. A bound with its flow leaves a gap to the best value less one. A level whose attack would cost more than
/// the gap is never used; where more than the gap could still flow from one node to another, the second is on the source side
/// if the first is. Nodes joined both ways, to the source or from the sink are merged (strongly connected components: R. E.
/// Tarjan 1972). Exact, whole numbers only; the checker repeats it from the flow alone.
/// </para>
/// <para>Cost: O(n + m). Of no use if the signal says stop meanwhile.</para>
/// </summary>
internal sealed class NetContraction
{
    private readonly AttackNet _net;
    private readonly bool[] _implies;
    private readonly StopSignal _stop;

    public NetContraction(AttackNet net, PricedCut cut, long bestValue, StopSignal? stop = null)
    {
        stop ??= new StopSignal();
        (_net, _stop) = (net, stop);
        var gap = ((Int128)(bestValue - 1) << net.Table.ScaleBits) - cut.Bound;
        Open = new LevelFixing(net, cut, stop).OpenLevels(gap);
        _implies = Implications(net, cut, gap, stop);
        Labels = new int[net.NodeCount];
        Array.Fill(Labels, -1);
        Merge();
    }

    /// <summary>True if the source must be merged with the sink: there is no better plan here.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Levels still open per open target.</summary>
    public ulong[] Open { get; }

    /// <summary>New node per node.</summary>
    public int[] Labels { get; }

    public int NodeCount { get; private set; } = 2;

    /// <summary>Per slot: true if its head is on the source side whenever the node it belongs to is.</summary>
    private static bool[] Implications(AttackNet net, PricedCut cut, Int128 gap, StopSignal stop)
    {
        // A gap beyond 64 bits is beyond every residual too.
        var limit = gap > long.MaxValue ? long.MaxValue : (long)gap;
        var implies = new bool[net.SlotHead.Length];
        for (var arc = 0; arc < net.ArcCount && !stop.Spend(1); arc++)
        {
            var slot = net.ForwardSlot[arc];
            implies[slot] = cut.Capacity[arc] - cut.Flow[arc] > limit;
            implies[net.Reverse[slot]] = net.Table.Back[net.Piece[arc]] switch
            {
                PieceBack.None => cut.Flow[arc] > limit,
                PieceBack.Same => cut.Capacity[arc] + cut.Flow[arc] > limit,
                _ => true,
            };
        }

        return implies;
    }

    private void Merge()
    {
        Spread(AttackNet.Source, forward: true);
        IsClosed = Labels[AttackNet.Sink] >= 0;
        if (IsClosed)
            return;
        Spread(AttackNet.Sink, forward: false);
        NodeCount = StrongComponents.Label(_net, _implies, Labels, nextLabel: 2, _stop);
    }

    private void Spread(int terminal, bool forward)
    {
        Labels[terminal] = terminal;
        var queue = new Queue<int>([terminal]);
        while (queue.TryDequeue(out var node) && !_stop.Spend(_net.First[node + 1] - _net.First[node]))
        {
            for (var slot = _net.First[node]; slot < _net.First[node + 1]; slot++)
            {
                var other = _net.SlotHead[slot];
                if (Labels[other] >= 0 || !_implies[forward ? slot : _net.Reverse[slot]])
                    continue;
                if (other == AttackNet.Sink && forward)
                {
                    Labels[other] = terminal;
                    return;
                }

                Labels[other] = terminal;
                queue.Enqueue(other);
            }
        }
    }
}
