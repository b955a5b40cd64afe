using System.Collections.Immutable;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>
/// Writes down why nothing worth more than a value can be served: boxes of whole units, split until the greedy bound of each (see
/// <see cref="BoxSearch"/>) comes down to the value, with the cuts that make the bound.
/// </summary>
internal sealed class WorthProver
{
    private readonly AllocationNetwork _network;
    private readonly ImmutableArray<AllocationDemand> _demands;
    private readonly int[] _byWorth;
    private readonly MaxFlowSession _empty;
    private readonly List<NodeCut> _cuts = [];
    private readonly List<UnitWorthBox> _boxes = [];

    public WorthProver(AllocationNetwork network)
    {
        _network = network;
        _demands = network.Problem.Demands;
        _byWorth = DemandOrder.ByWorthPerFlow(_demands);
        _empty = network.Session.Clone();
    }

    /// <summary>The proof, or null if stopped.</summary>
    /// <param name="units">Units that can be served.</param>
    /// <param name="worth">What they are worth, the most there is.</param>
    public UnitWorthProof? Prove(long[] units, long worth)
    {
        if (!Serve(units))
            return null;
        var flow = _network.ReadArcFlow();
        var open = new Stack<(int Index, UnitBox Box)>();
        open.Push((Add(), new UnitBox(new long[units.Length], [.. _demands.Select(demand => demand.UnitCount)])));
        while (open.TryPop(out var next))
        {
            if (Close(next.Box, worth, out var branch) is { } cuts)
            {
                _boxes[next.Index] = new UnitWorthBox(-1, 0, -1, -1, [.. cuts.Select(Index)]);
                continue;
            }

            if (_network.Stop.IsRaised)
                return null;
            var (demand, whole) = branch;
            _boxes[next.Index] = new UnitWorthBox(demand, whole, Add(), Add(), []);
            open.Push((_boxes[next.Index].More, next.Box.WithLow(demand, whole + 1)));
            open.Push((_boxes[next.Index].AtMost, next.Box.WithHigh(demand, whole)));
        }

        _network.Session.RestoreFrom(_empty);
        return new UnitWorthProof(flow, [.. _cuts], [.. _boxes]);
    }

    private int Add()
    {
        _boxes.Add(new UnitWorthBox(-1, 0, -1, -1, []));
        return _boxes.Count - 1;
    }

    /// <summary>The cuts that close a box, or null and where to split it (or stopped).</summary>
    private List<NodeCut>? Close(UnitBox box, long worth, out (int Demand, long Units) branch)
    {
        branch = (-1, 0);
        if (!Serve(box.Low))
            return _network.Stop.IsRaised ? null : [_network.GraphCut()];
        var (cuts, sum, broken) = (new List<NodeCut>(), default(WorthSum), UInt128.Zero);
        foreach (var demand in _byWorth)
        {
            _network.SetLimit(demand, box.High[demand] * _demands[demand].UnitDemand);
            if (!_network.Augment())
                return null;
            cuts.Add(_network.GraphCut());
            sum.Add(_demands[demand], _network.Delivered(demand));
            var rest = (UInt128)(ulong)(_network.Delivered(demand) % _demands[demand].UnitDemand);
            if (rest * (ulong)_demands[demand].Weight > broken || (branch.Demand < 0 && rest > 0))
                (branch, broken) = ((demand, _network.WholeUnits(demand)), rest * (ulong)_demands[demand].Weight);
        }

        return sum.RoundedDownTo(Divisor()) <= worth ? cuts : null;
    }

    private bool Serve(long[] units)
    {
        _network.Session.RestoreFrom(_empty);
        var required = 0L;
        for (var demand = 0; demand < units.Length; demand++)
        {
            _network.SetLimit(demand, units[demand] * _demands[demand].UnitDemand);
            required += units[demand] * _demands[demand].UnitDemand;
        }

        return _network.Augment() && _network.Session.Value == required;
    }

    private long Divisor()
    {
        var divisor = 0L;
        foreach (var demand in _demands)
        {
            var (a, b) = (divisor, demand.Weight);
            while (b != 0)
                (a, b) = (b, a % b);
            divisor = a;
        }

        return divisor;
    }

    private int Index(NodeCut cut)
    {
        var known = _cuts.FindIndex(other =>
            other.Capacity == cut.Capacity && other.CutNodes.SequenceEqual(cut.CutNodes) && other.SourceSide.AsSpan().SequenceEqual(cut.SourceSide.AsSpan()));
        if (known >= 0)
            return known;
        _cuts.Add(cut);
        return _cuts.Count - 1;
    }
}
