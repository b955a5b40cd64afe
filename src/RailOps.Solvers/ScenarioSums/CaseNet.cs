using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// The whole graph with one set of sinks as a net of pieces, and largest flows in it under any capacities. Not thread safe: the
/// residuals are shared by all its flows.
/// </summary>
internal sealed class CaseNet
{
    // Flow is looked for up to this many parts: more than 4 unlimited arcs together, and room for the sums of 64 bits.
    public const long LargestFlow = 1L << 62;

    // With more arcs that carry too much than this, a new start from nothing is quicker than repairing them.
    private const int LargestRepairCount = 8;

    private readonly NetFlow _flow;
    private readonly int[][] _arcsOfElement;

    public CaseNet(PieceTable pieces)
    {
        Pieces = pieces;
        Net = AttackNet.Plain(pieces);
        _flow = new NetFlow(Net);
        _arcsOfElement = ArcsOfElements();
    }

    public PieceTable Pieces { get; }

    public AttackNet Net { get; }

    /// <summary>The arcs of an element that a cut can contain: none, one, or the two ways of an edge at a split node.</summary>
    /// <param name="element">See <see cref="SumTable.ElementIndex"/>.</param>
    public int[] ArcsOf(int element) => _arcsOfElement[element];

    /// <summary>What a flow carries over an element in the direction of any cut that contains it.</summary>
    public long Carried(long[] flow, int element)
    {
        var most = long.MinValue;
        foreach (var arc in _arcsOfElement[element])
            most = long.Max(most, Pieces.Back[Net.Piece[arc]] == PieceBack.Same ? long.Abs(flow[arc]) : flow[arc]);
        return most;
    }

    /// <summary>The largest flow under capacities per arc, or null if stopped.</summary>
    /// <param name="capacity">Per arc, in parts.</param>
    /// <param name="start">A flow to start from, feasible but for arcs that carry too much; null for none.</param>
    /// <param name="work">Counts the work and says when to stop.</param>
    public CaseFlow? Solve(long[] capacity, long[]? start, SearchWork work)
    {
        work.SolveCount++;
        var value = Load(capacity, start is not null && Excesses(capacity, start) <= LargestRepairCount ? start : null);
        var before = _flow.AugmentationCount;
        value += _flow.Push(AttackNet.Source, AttackNet.Sink, LargestFlow - value, work.Stop);
        work.AugmentationCount += _flow.AugmentationCount - before;
        if (work.Stop.IsRaised)
            return null;
        var flow = new long[capacity.Length];
        for (var arc = 0; arc < flow.Length; arc++)
            flow[arc] = capacity[arc] - _flow.Residual[Net.ForwardSlot[arc]];
        return value < LargestFlow
            ? new CaseFlow(value, flow, _flow.NearSource(), _flow.NearSink())
            : new CaseFlow(value, flow, [], []);
    }

    private int[][] ArcsOfElements()
    {
        var first = new List<int>();
        foreach (var target in Pieces.Problem.Targets)
            first.Add((first.Count == 0 ? 0 : first[^1]) + target.Elements.Length);
        var arcs = Enumerable.Range(0, first.Count == 0 ? 0 : first[^1]).Select(_ => new List<int>()).ToArray();
        for (var arc = 0; arc < Net.ArcCount; arc++)
        {
            var piece = Net.Piece[arc];
            var target = Pieces.Target[piece];
            var isIdle = Pieces.Back[piece] == PieceBack.None && (Net.Head[arc] == AttackNet.Source || Net.Tail[arc] == AttackNet.Sink);
            if (target >= 0 && !isIdle)
                arcs[first[target] - Pieces.ElementCount(target) + Pieces.Element[piece]].Add(arc);
        }

        return [.. arcs.Select(list => list.ToArray())];
    }

    private int Excesses(long[] capacity, long[] start)
    {
        var count = 0;
        for (var arc = 0; arc < capacity.Length; arc++)
            count += start[arc] > capacity[arc] || start[arc] < -Back(arc, capacity[arc]) ? 1 : 0;
        return count;
    }

    /// <summary>Sets the residuals and returns the value of the flow started from.</summary>
    private long Load(long[] capacity, long[]? start)
    {
        var value = 0L;
        var excessive = new List<(int Arc, bool IsForward)>();
        for (var arc = 0; arc < capacity.Length; arc++)
        {
            var (slot, back, flow) = (Net.ForwardSlot[arc], Back(arc, capacity[arc]), start is null ? 0 : start[arc]);
            // An arc that carries too much keeps it until its turn comes, so that the flow is conserved but for one arc at a time.
            _flow.Residual[slot] = long.Max(0, capacity[arc] - flow);
            _flow.Residual[Net.Reverse[slot]] = long.Max(0, back + flow);
            value += Net.Tail[arc] == AttackNet.Source ? flow : Net.Head[arc] == AttackNet.Source ? -flow : 0;
            if (flow > capacity[arc] || flow < -back)
                excessive.Add((arc, flow > 0));
        }

        foreach (var (arc, isForward) in excessive)
            value -= Lower(arc, capacity[arc], isForward);
        return value;
    }

    /// <summary>Brings an arc down to its capacity and returns by how much the flow's value falls.</summary>
    private long Lower(int arc, long capacity, bool isForward)
    {
        var (slot, back) = (Net.ForwardSlot[arc], Back(arc, capacity));
        var reverse = Net.Reverse[slot];
        var flow = isForward ? _flow.Residual[reverse] - back : capacity - _flow.Residual[slot];
        var kept = long.Clamp(flow, -back, capacity);
        (_flow.Residual[slot], _flow.Residual[reverse]) = (capacity - kept, back + kept);
        return flow >= kept ? Repair(Net.Tail[arc], Net.Head[arc], flow - kept) : Repair(Net.Head[arc], Net.Tail[arc], kept - flow);
    }

    private long Back(int arc, long capacity) => Pieces.Back[Net.Piece[arc]] switch
    {
        PieceBack.None => 0,
        PieceBack.Same => capacity,
        _ => Pieces.Most << Pieces.ScaleBits,
    };

    /// <summary>Sends a surplus round the arc, takes back what cannot pass, and returns how much that was.</summary>
    private long Repair(int from, int to, long amount)
    {
        if (amount == 0)
            return 0;
        var back = amount - _flow.Push(from, to, amount, stop: null);
        TakeBack(from, AttackNet.Source, back);
        TakeBack(AttackNet.Sink, to, back);
        return back;
    }

    private void TakeBack(int from, int to, long amount)
    {
        if (from == to || amount == 0)
            return;
        var moved = _flow.Push(from, to, amount, stop: null);
        if (moved != amount)
            throw new InvalidOperationException($"Flow repair should move {amount} parts, but moved {moved}: the flow started from was not conserved.");
    }
}
