using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// Max-min fair shares: the lexicographically optimal base of the delivery polymatroid with respect to the needs (N. Megiddo
/// 1974; S. Fujishige 1980). Level by level: the largest share p/q that all demanders not yet fixed can have is found from above
/// by discrete Newton steps (each minimum cut gives the share at which it would just suffice); those behind the cut that is then
/// used up are fixed at that share, and the rest go on.
/// <para>
/// Fixed demanders may take anything while later levels are found: the cut of their level lets through exactly their sum, so
/// only fractions of one level ever meet and no common denominator grows. A share is tried with limits rounded down first, in 64
/// bits; only if that succeeds is the flow multiplied by q and completed in 128 bits (2^119 at most), which is exact.
/// </para>
/// </summary>
internal sealed class FairAllocation(AllocationNetwork network)
{
    private readonly DinicEngine<Int128> _exact = new(network.Session.Topology);
    private readonly List<FairLevel> _levels = [];
    private readonly List<int> _active = [];

    // What the cut of the last level lets through, all of it for the demanders fixed so far.
    private long _fixedTotal;

    public AllocationResult Solve()
    {
        _active.AddRange(Enumerable.Range(0, network.DemandCount).Where(demand => network.Needs[demand] > 0));
        while (_active.Count > 0)
        {
            if (FindLevel() is not { } level)
                return Interrupted();
            Fix(level);
        }

        return Finish();
    }

    /// <summary>The next smallest share and who gets it; null if stopped.</summary>
    private FairLevel? FindLevel()
    {
        var (numerator, denominator) = (1L, 1L);
        while (true)
        {
            LimitActive(numerator, denominator);
            if (!network.Augment())
                return null;
            if (network.Session.Value < checked(_fixedTotal + _active.Sum(network.Limit)))
            {
                (numerator, denominator) = ShareAllowedBy(network.GraphCut());
                continue;
            }

            if (numerator == denominator)
                return new FairLevel(1, 1, [.. _active], Cut: null);
            if (CompleteExactly(numerator, denominator) is not { } missing)
                return null;
            var cut = ExactCut();
            if (missing == 0)
                return new FairLevel(numerator, denominator, [.. _active.Where(demand => network.IsBehind(cut, demand))], cut);
            (numerator, denominator) = ShareAllowedBy(cut);
        }
    }

    private void LimitActive(long numerator, long denominator)
    {
        foreach (var demand in _active)
            network.SetLimit(demand, (long)((Int128)network.Needs[demand] * numerator / denominator));
    }

    /// <summary>The share at which the active demanders behind a cut would just use it up.</summary>
    private (long Numerator, long Denominator) ShareAllowedBy(NodeCut cut)
    {
        var needs = _active.Where(demand => network.IsBehind(cut, demand)).Sum(demand => network.Needs[demand]);
        return (cut.Capacity - _fixedTotal, needs);
    }

    /// <summary>
    /// Multiplies flow and capacities by the denominator, lets each active demander take its exact share, and completes the
    /// flow. Returns what is missing, in flow units times the denominator; null if stopped.
    /// </summary>
    private Int128? CompleteExactly(long numerator, long denominator)
    {
        var topology = network.Session.Topology;
        var residual = network.Session.Residual;
        for (var slot = 0; slot < residual.Length; slot++)
            _exact.Residual[slot] = (Int128)residual[slot] * denominator;
        Int128 missing = 0;
        foreach (var demand in _active)
        {
            var slot = topology.ForwardSlot[network.DemandArc(demand)];
            var rest = ((Int128)network.Needs[demand] * numerator) - _exact.Residual[topology.Reverse[slot]];
            _exact.Residual[slot] = rest;
            missing += rest;
        }

        missing -= _exact.Push(topology.Source, topology.Sink, missing, network.Stop);
        return network.Stop.IsRaised ? null : missing;
    }

    private NodeCut ExactCut()
    {
        var topology = network.Session.Topology;
        var marks = new bool[topology.NodeCount];
        _exact.MarkReachableFrom(topology.Source, marks);
        var graph = network.Problem.Graph;
        var cut = CutReader.Read(topology, marks, capacity: 0);
        var capacity = cut.CutNodes.Sum(graph.NodeCapacity);
        for (var arc = 0; arc < graph.ArcCount; arc++)
            capacity = checked(capacity + (CutReader.CutsArc(topology, arc, marks) ? graph.Capacity(arc) : 0));
        return new NodeCut(cut.SourceSide.RemoveAt(graph.NodeCount), cut.CutNodes, capacity);
    }

    private void Fix(FairLevel level)
    {
        _levels.Add(level);
        foreach (var demand in level.Demands)
        {
            _active.Remove(demand);
            if (level.Cut is not null)
                network.SetLimit(demand, FlowGraph.Unlimited);
        }

        _fixedTotal = level.Cut?.Capacity ?? _fixedTotal;
    }

    private AllocationResult Finish()
    {
        foreach (var level in _levels)
        {
            foreach (var demand in level.Demands)
                network.SetLimit(demand, (long)((Int128)network.Needs[demand] * level.ShareNumerator / level.ShareDenominator));
        }

        if (!network.Augment())
            return Interrupted();
        var allotment = ReadAllotment();
        if (!network.TopUp())
            return Interrupted(allotment);
        var certificate = new AllocationCertificate(network.GraphCut()) { FairLevels = [.. _levels] };
        return AllocationResult.Optimal(AllocationPolicy.Fair, allotment, certificate, Statistics());
    }

    private AllocationResult Interrupted()
    {
        for (var demand = 0; demand < network.DemandCount; demand++)
            network.SetLimit(demand, long.Min(network.Delivered(demand), network.Needs[demand]));
        return Interrupted(ReadAllotment());
    }

    private AllocationResult Interrupted(Allotment allotment) =>
        AllocationResult.Interrupted(AllocationPolicy.Fair, network.Stop.Reason, allotment, bound: null, Statistics());

    private Allotment ReadAllotment() =>
        Allotment.Read(network, [.. Enumerable.Range(0, network.DemandCount).Select(network.WholeUnits)]);

    private SolveStatistics Statistics() => network.Statistics(searchNodeCount: 0, _exact.AugmentationCount);
}
