using System.Collections.Immutable;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// Best-first branch and bound over boxes of whole units (A. H. Land and A. G. Doig 1960).
/// <para>
/// Bound: with the lower limits served, the optimum without wholeness over the polymatroid that is left is greedy by weight per
/// flow unit (J. Edmonds 1970), one incremental maximum flow per demander; the sum is never rounded below the truth, then down
/// to a multiple of the weights' common divisor. Cuts met on the way go into a pool that often excludes a box without any flow.
/// Branching: on the demander whose broken unit is worth most. Ties between boxes: the newest first.
/// </para>
/// </summary>
internal sealed class BoxSearch
{
    private readonly AllocationNetwork _network;
    private readonly ImmutableArray<AllocationDemand> _demands;
    private readonly int[] _byWorth;
    private readonly long _weightDivisor;
    private readonly CutPool _pool;
    private readonly MaxFlowSession _empty;
    private readonly PriorityQueue<UnitBox, (long NegativeBound, long Newest)> _open = new();

    public BoxSearch(AllocationNetwork network)
    {
        _network = network;
        _demands = network.Problem.Demands;
        _byWorth = DemandOrder.ByWorthPerFlow(_demands);
        foreach (var demand in _demands)
            _weightDivisor = GreatestCommonDivisor(_weightDivisor, demand.Weight);
        _pool = new CutPool(network, _byWorth, _weightDivisor);
        _empty = network.Session.Clone();
        Best = new Incumbent(network);
    }

    public Incumbent Best { get; }

    public long NodeCount { get; private set; }

    /// <summary>The box of everything wanted.</summary>
    public UnitBox Everything => new(new long[_demands.Length], [.. _demands.Select(demand => demand.UnitCount)]);

    /// <summary>Bounds the box of everything and keeps a cut per prefix; null if stopped.</summary>
    public ImmutableArray<NodeCut>? ProveRoot(out UnitBox root)
    {
        var cuts = ImmutableArray.CreateBuilder<NodeCut>();
        root = Everything;
        if (Evaluate(root, cuts) is not { } bounded)
            return null;
        root = bounded;
        return cuts.ToImmutable();
    }

    /// <summary>Finds the best vector in a bounded box; returns an upper bound on the box, which is met unless stopped.</summary>
    public long Maximise(UnitBox box)
    {
        _open.Clear();
        Open(box, (Int128)Best.Worth + 1);
        if (_network.Stop.IsRaised)
            return box.Bound;
        while (_open.TryDequeue(out var next, out _) && next.Bound > Best.Worth)
        {
            Branch(next, isFirstEnough: false, wanted: 0);
            // Best first: nothing still open, and nothing lost on the way down from here, is worth more than this box.
            if (_network.Stop.IsRaised)
                return long.Max(next.Bound, Best.Worth);
        }

        return Best.Worth;
    }

    /// <summary>Looks for any vector in a box that is worth what is wanted, and keeps it as the best; false if there is none (or stopped).</summary>
    public bool Find(UnitBox box, long wanted)
    {
        _open.Clear();
        if (Open(box, wanted) == Outcome.Improved)
            return true;
        while (!_network.Stop.IsRaised && _open.TryDequeue(out var next, out _))
        {
            if (Branch(next, isFirstEnough: true, wanted))
                return true;
        }

        return false;
    }

    private enum Outcome
    {
        Opened,
        Closed,
        Improved,
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }

    private bool Branch(UnitBox box, bool isFirstEnough, Int128 wanted)
    {
        if (box.BranchDemand < 0)
            return false;
        foreach (var child in new[] { box.WithHigh(box.BranchDemand, box.BranchUnits), box.WithLow(box.BranchDemand, box.BranchUnits + 1) })
        {
            var isImproved = Open(child, isFirstEnough ? wanted : (Int128)Best.Worth + 1) == Outcome.Improved;
            if (isImproved && isFirstEnough)
                return true;
        }

        return false;
    }

    /// <summary>Bounds a box, tries to improve on the best from there, and queues it if something wanted can still be in it.</summary>
    private Outcome Open(UnitBox box, Int128 wanted)
    {
        NodeCount++;
        if (_network.Stop.Spend(_demands.Length) || _pool.Excludes(box, wanted) || Evaluate(box, cuts: null) is not { } bounded || bounded.Bound < wanted)
            return Outcome.Closed;
        var isImproved = Best.Offer(box, _byWorth, wanted);
        _open.Enqueue(bounded, (-bounded.Bound, -NodeCount));
        return isImproved ? Outcome.Improved : Outcome.Opened;
    }

    /// <summary>The box with bound and branching demander; null if it holds no feasible vector (or stopped). Leaves the greedy flow in the session.</summary>
    private UnitBox? Evaluate(UnitBox box, ImmutableArray<NodeCut>.Builder? cuts)
    {
        if (!ServeLow(box))
            return null;
        var (worth, isShort) = (default(WorthSum), false);
        var (branch, branchScore) = (-1, (UInt128)0);
        foreach (var index in _byWorth)
        {
            var most = box.High[index] * _demands[index].UnitDemand;
            _network.SetLimit(index, most);
            if ((cuts is not null || box.Low[index] < box.High[index]) && !_network.Augment())
                return null;
            var delivered = _network.Delivered(index);
            worth.Add(_demands[index], delivered);
            isShort |= delivered < most;
            cuts?.Add(_network.GraphCut());
            if (BrokenWorth(_demands[index], delivered) is var score && score > branchScore)
                (branch, branchScore) = (index, score);
        }

        if (isShort && !_pool.IsFull && _network.Session.IsMaximal)
            _pool.Add(_network.GraphCut());
        return box with
        {
            Bound = worth.RoundedDownTo(_weightDivisor),
            BranchDemand = branch,
            BranchUnits = branch < 0 ? 0 : _network.WholeUnits(branch),
        };
    }

    /// <summary>Starts from nothing and serves the lower limits; false if the net cannot (or stopped).</summary>
    private bool ServeLow(UnitBox box)
    {
        _network.Session.RestoreFrom(_empty);
        var required = 0L;
        for (var demand = 0; demand < _demands.Length; demand++)
        {
            var least = box.Low[demand] * _demands[demand].UnitDemand;
            _network.SetLimit(demand, least);
            required += least;
        }

        return _network.Augment() && _network.Session.Value == required;
    }

    /// <summary>Weight times the distance to the nearest whole unit, in 2^-32 units; only a preference, so rounding does no harm.</summary>
    private static UInt128 BrokenWorth(AllocationDemand demand, long delivered)
    {
        var rest = delivered % demand.UnitDemand;
        var distance = long.Min(rest, demand.UnitDemand - rest);
        if (distance == 0)
            return 0;
        var share = ((UInt128)(ulong)distance << 32) / (ulong)demand.UnitDemand;
        return ((UInt128)(ulong)demand.Weight * share) + 1;
    }
}
