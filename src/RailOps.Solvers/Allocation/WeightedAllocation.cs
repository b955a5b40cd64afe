using System.Collections.Immutable;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// Largest sum of weight times whole units, by depth-first branch and bound. Demanders are fixed in order of priority, largest
/// count first, so that the first best vector met is also the one that gives earlier demanders more.
/// <para>
/// Bound: without wholeness the optimum over a polymatroid is greedy by weight per flow unit (J. Edmonds 1970), one incremental
/// maximum flow per demander; the sum is never rounded below the truth, then down to a multiple of the weights' common divisor.
/// Cuts met on the way go into a pool; a knapsack over one of them often discards a node without any flow. As a function of the
/// count of one demander the bound is concave, so once it falls below what is wanted, smaller counts need not be looked at.
/// </para>
/// <para>Invariant: the session saved at a depth carries exactly the units fixed above it. Cost: exponential in the worst case.</para>
/// </summary>
internal sealed class WeightedAllocation
{
    private readonly AllocationNetwork _network;
    private readonly ImmutableArray<AllocationDemand> _demands;
    private readonly int[] _order;
    private readonly int[] _byWorth;
    private readonly int[] _depthOf;
    private readonly long[] _units;
    private readonly long[] _next;
    private readonly WorthSum?[] _previousBound;
    private readonly long[] _worthAbove;
    private readonly MaxFlowSession?[] _saved;
    private readonly CutPool _pool;
    private readonly Incumbent _incumbent;
    private readonly long _weightDivisor;
    private ImmutableArray<NodeCut> _prefixCuts = [];
    private long _searchNodeCount;

    public WeightedAllocation(AllocationNetwork network)
    {
        _network = network;
        _demands = network.Problem.Demands;
        _order = network.PriorityOrder;
        _byWorth = DemandOrder.ByWorthPerFlow(_demands);
        _depthOf = new int[_order.Length];
        for (var depth = 0; depth < _order.Length; depth++)
            _depthOf[_order[depth]] = depth;
        _units = new long[_order.Length];
        _next = new long[_order.Length];
        _previousBound = new WorthSum?[_order.Length];
        _worthAbove = new long[_order.Length + 1];
        _saved = new MaxFlowSession?[_order.Length + 1];
        _pool = new CutPool(network, _byWorth, _depthOf);
        _incumbent = new Incumbent(network);
        foreach (var demand in _demands)
            _weightDivisor = GreatestCommonDivisor(_weightDivisor, demand.Weight);
    }

    public AllocationResult Solve()
    {
        Save(0);
        var bound = RootBound();
        if (!_network.Stop.IsRaised && _demands.Length > 0)
            Search();
        _network.Session.RestoreFrom(_incumbent.Session);
        var whole = Allotment.Read(_network, [.. _incumbent.Units]);
        if (_network.Stop.IsRaised || !_network.TopUp())
            return AllocationResult.Interrupted(AllocationPolicy.Weighted, _network.Stop.Reason, whole, bound, Statistics());
        var certificate = new AllocationCertificate(_network.GraphCut()) { PrefixCuts = _prefixCuts };
        return AllocationResult.Optimal(AllocationPolicy.Weighted, Allotment.Read(_network, whole.UnitCounts), certificate, Statistics());
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }

    /// <summary>Greedy bound over everything, keeping a cut for each prefix; the trivial bound if stopped.</summary>
    private long RootBound()
    {
        var cuts = ImmutableArray.CreateBuilder<NodeCut>();
        if (GreedyBound(0, cuts) is not { } bound)
            return _demands.Aggregate(0L, (sum, demand) => checked(sum + (demand.Weight * demand.UnitCount)));
        _prefixCuts = cuts.ToImmutable();
        _incumbent.OfferRounded(_units, _order, fixedCount: 0);
        return bound.RoundedDownTo(_weightDivisor);
    }

    private void Search()
    {
        var depth = 0;
        if (!Open(0))
            return;
        while (depth >= 0 && !_network.Stop.IsRaised)
        {
            if (_next[depth] < 0)
                depth--;
            else if (TryCount(depth, _next[depth]--))
                depth++;
        }
    }

    /// <summary>Finds how many units the demander at a depth could have at most; false if stopped.</summary>
    private bool Open(int depth)
    {
        var demand = _order[depth];
        _network.Session.RestoreFrom(_saved[depth]!);
        _network.SetLimit(demand, _network.Needs[demand]);
        var finished = _network.Augment();
        _next[depth] = _network.WholeUnits(demand);
        _previousBound[depth] = null;
        return finished;
    }

    /// <summary>Fixes a count at a depth; true if the search has to go below it.</summary>
    private bool TryCount(int depth, long count)
    {
        _searchNodeCount++;
        var demand = _order[depth];
        _units[demand] = count;
        _worthAbove[depth + 1] = checked(_worthAbove[depth] + (_demands[demand].Weight * count));
        if (_network.Stop.Spend(_demands.Length) || IsDiscarded(depth, _pool.Bound(_units, depth + 1, _worthAbove[depth + 1])))
            return false;

        _network.Session.RestoreFrom(_saved[depth]!);
        _network.SetLimit(demand, count * _demands[demand].UnitDemand);
        if (!_network.Augment())
            return false;
        return depth + 1 == _order.Length ? TakeLeaf(depth) : GoBelow(depth);
    }

    private bool TakeLeaf(int depth)
    {
        if (_worthAbove[depth + 1] >= _incumbent.Wanted)
            _incumbent.Take(_units, _worthAbove[depth + 1]);
        _next[depth] = -1;
        return false;
    }

    private bool GoBelow(int depth)
    {
        Save(depth + 1);
        if (GreedyBound(depth + 1, cuts: null) is not { } bound)
            return false;
        _incumbent.OfferRounded(_units, _order, depth + 1);
        var isDiscarded = IsDiscarded(depth, bound);
        _previousBound[depth] = bound;
        return !isDiscarded && Open(depth + 1);
    }

    /// <summary>True if a bound is below what is wanted; ends the counts at this depth once the (concave) bound falls with them.</summary>
    private bool IsDiscarded(int depth, WorthSum bound)
    {
        if (bound.RoundedDownTo(_weightDivisor) >= _incumbent.Wanted)
            return false;
        if (_previousBound[depth] is { } previous && bound.IsSurelyBelow(previous))
            _next[depth] = -1;
        return true;
    }

    /// <summary>
    /// Upper bound on the objective with the counts above a depth as they are; null if stopped. Leaves the greedy deliveries in
    /// the session.
    /// </summary>
    private WorthSum? GreedyBound(int depth, ImmutableArray<NodeCut>.Builder? cuts)
    {
        var worth = WorthSum.OfWhole(_worthAbove[depth]);
        var isShort = false;
        foreach (var demand in _byWorth)
        {
            if (_depthOf[demand] < depth)
                continue;
            _network.SetLimit(demand, _network.Needs[demand]);
            if (!_network.Augment())
                return null;
            worth.Add(_demands[demand], _network.Delivered(demand));
            isShort |= _network.Delivered(demand) < _network.Needs[demand];
            cuts?.Add(_network.GraphCut());
        }

        if (isShort && !_pool.IsFull)
            _pool.Add(_network.GraphCut());
        return worth;
    }

    private void Save(int depth)
    {
        if (_saved[depth] is { } session)
            session.RestoreFrom(_network.Session);
        else
            _saved[depth] = _network.Session.Clone();
    }

    private SolveStatistics Statistics() => _network.Statistics(_searchNodeCount);
}
