using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Minimum cuts of one net under prices (J. O. Royset and R. K. Wood 2007): an arc costs its capacity, or, if that is less, the
/// capacity after an attack plus the attack's price. Every such cut less the price of the budget bounds the problem from below.
/// </summary>
internal sealed class CutOracle
{
    // Flow is looked for up to this many parts: more than 4 unlimited arcs together, and room for the sums of 64 bits.
    private const long LargestFlow = 1L << 62;

    // In a large net, with more arcs that carry too much than this, a new start from nothing is quicker than repairing them.
    private const int LargestRepairCount = 4;

    private readonly AttackNet _net;
    private readonly NetFlow _flow;
    private readonly SearchWork _work;
    private readonly int _scaleBits;

    public CutOracle(AttackNet net, SearchWork work)
    {
        (_net, _work) = (net, work);
        _flow = new NetFlow(net, work.Stop);
        _scaleBits = net.Table.ScaleBits;
    }

    public StopSignal Stop => _work.Stop;

    /// <summary>The cheapest way to cut an arc: its open level, or -1 for its capacity; and what that costs in parts.</summary>
    public static (int Level, long Capacity) Cheapest(AttackNet net, int arc, Prices prices)
    {
        var table = net.Table;
        var best = (Level: -1, Capacity: net.Base[arc] << table.ScaleBits);
        if (net.TargetOf[arc] < 0)
            return best;
        var target = net.TargetIds[net.TargetOf[arc]];
        var elements = table.ElementCount(target);
        var open = net.Open[net.TargetOf[arc]];
        for (var level = 0; open != 0; level++, open >>= 1)
        {
            if ((open & 1) == 0)
                continue;
            var price = prices.Of(table.Cost(target, level)) / elements;
            var capacity = (table.Residual(net.Piece[arc], level) << table.ScaleBits) + price;
            if (capacity < best.Capacity)
                best = (level, capacity);
        }

        return best;
    }

    /// <summary>The cut under prices, or null if stopped.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="budget">What is left of the budgets.</param>
    /// <param name="start">A flow per arc to start from, feasible but for single arcs that carry too much; null for none.</param>
    public PricedCut? Find(Prices prices, long[] budget, long[]? start)
    {
        var capacity = new long[_net.ArcCount];
        for (var arc = 0; arc < capacity.Length && !_work.Stop.Spend(1); arc++)
            capacity[arc] = Cheapest(_net, arc, prices).Capacity;
        return Solve(capacity, prices, budget, start);
    }

    /// <summary>The cut without any attack, or null if stopped. Its flow is larger than attacks may leave, so it bounds nothing.</summary>
    public PricedCut? FindUnattacked(long[] budget)
    {
        var capacity = new long[_net.ArcCount];
        for (var arc = 0; arc < capacity.Length && !_work.Stop.Spend(1); arc++)
            capacity[arc] = _net.Base[arc] << _scaleBits;
        return Solve(capacity, new Prices(new long[budget.Length]), budget, start: null, isBound: false);
    }

    private PricedCut? Solve(long[] capacity, Prices prices, long[] budget, long[]? start, bool isBound = true)
    {
        _work.SolveCount++;
        var before = _flow.AugmentationCount;
        var value = Load(capacity, start);
        value += _flow.PushAll(LargestFlow - value, isCutEnough: false);
        _work.AugmentationCount += _flow.AugmentationCount - before;
        if (_work.Stop.IsRaised)
            return null;
        var isLargest = value < LargestFlow;
        var cut = new PricedCut
        {
            Prices = prices,
            Flow = ReadFlow(capacity),
            Capacity = capacity,
            Bound = isBound ? value - prices.OfBudget(budget) : 0,
            NearSource = isLargest ? _flow.NearSource() : [],
            NearSink = isLargest ? _flow.NearSink() : [],
        };
        return _work.Stop.IsRaised ? null : cut;
    }

    private long[] ReadFlow(long[] capacity)
    {
        var flow = new long[capacity.Length];
        for (var arc = 0; arc < flow.Length; arc++)
            flow[arc] = capacity[arc] - _flow.Residual[_net.ForwardSlot[arc]];
        return flow;
    }

    /// <summary>
    /// Sets the residuals and returns the value of the flow started from. An arc that carries too much keeps it until its turn comes, so
    /// that the flow is conserved but for one arc at a time: what two arcs in series shed at once could not be told apart.
    /// </summary>
    private long Load(long[] capacity, long[]? start)
    {
        var value = 0L;
        var excessive = new List<(int Arc, bool IsForward)>();
        for (var arc = 0; arc < capacity.Length && !_work.Stop.Spend(1); arc++)
        {
            var (slot, back, flow) = (_net.ForwardSlot[arc], Back(arc, capacity[arc]), start is null ? 0 : start[arc]);
            _flow.Residual[slot] = long.Max(0, capacity[arc] - flow);
            _flow.Residual[_net.Reverse[slot]] = long.Max(0, back + flow);
            value += Outflow(arc, flow);
            if (flow > capacity[arc] || flow < -back)
                excessive.Add((arc, flow > 0));
        }

if (excessive.Count > LargestRepairCount && _flow.IsLarge)
            return Load(capacity, start: null);
        foreach (var (arc, isForward) in excessive)
        {
            if (_work.Stop.IsRaised)
                break;
            value -= Lower(arc, capacity[arc], isForward);
        }

        return value;
    }

    /// <summary>Brings an arc down to its capacity and returns by how much the flow's value falls.</summary>
    private long Lower(int arc, long capacity, bool isForward)
    {
        var (slot, back) = (_net.ForwardSlot[arc], Back(arc, capacity));
        var reverse = _net.Reverse[slot];
        var flow = isForward ? _flow.Residual[reverse] - back : capacity - _flow.Residual[slot];
        var kept = long.Clamp(flow, -back, capacity);
        (_flow.Residual[slot], _flow.Residual[reverse]) = (capacity - kept, back + kept);
        return flow >= kept ? Repair(_net.Tail[arc], _net.Head[arc], flow - kept) : Repair(_net.Head[arc], _net.Tail[arc], kept - flow);
    }

    private long Outflow(int arc, long flow)
    {
        if (_net.Tail[arc] == AttackNet.Source)
            return flow;
        return _net.Head[arc] == AttackNet.Source ? -flow : 0;
    }

    private long Back(int arc, long capacity) => _net.Table.Back[_net.Piece[arc]] switch
    {
        PieceBack.None => 0,
        PieceBack.Same => capacity,
        _ => _net.Table.Most << _scaleBits,
    };

    /// <summary>
    /// Too much flow ends at one node and too little leaves another. First round about; what cannot pass must have come from the
    /// source and gone to the sink, so it can be taken back. Returns how much was.
    /// </summary>
    private long Repair(int from, int to, long amount)
    {
        var back = amount - _flow.Push(from, to, amount);
        TakeBack(from, AttackNet.Source, back);
        TakeBack(AttackNet.Sink, to, back);
        return back;
    }

    private void TakeBack(int from, int to, long amount)
    {
        if (from == to || amount == 0)
            return;
        var moved = _flow.Push(from, to, amount);
        if (moved != amount && !_work.Stop.IsRaised)
            throw new InvalidOperationException($"Flow repair should move {amount} parts, but moved {moved}: the flow started from was not conserved.");
    }
}
