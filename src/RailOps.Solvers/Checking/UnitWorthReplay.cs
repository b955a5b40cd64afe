using System.Numerics;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Checks what a plan leaves: the flow under the plan brings the units stated, and in every box of other units the cuts allow no more
/// than the worth stated. The bound of a box is Abel summation over prefixes, as in <see cref="WeightedProof"/>.
/// </summary>
internal sealed class UnitWorthReplay
{
    private readonly AllocationProblem _problem;
    private readonly UnitInterdictionCertificate _certificate;
    private readonly List<DemandCut> _cuts = [];
    private readonly List<int> _order;

    public UnitWorthReplay(UnitInterdictionProblem problem, UnitInterdictionCertificate certificate)
    {
        var graph = AttackedGraph.Of(problem.Allocation.Graph, problem.Targets, certificate.Plan.Attacks);
        _problem = new AllocationProblem(graph, problem.Allocation.Source, problem.Allocation.Demands);
        _certificate = certificate;
        _order = [.. Enumerable.Range(0, _problem.Demands.Length)];
        _order.Sort((a, b) => CompareWorth(_problem.Demands[b], _problem.Demands[a]) is var sign && sign != 0 ? sign : a.CompareTo(b));
    }

    /// <summary>The first fault, or null if the proof holds.</summary>
    public string? Problem() => ServedProblem() ?? CutProblem() ?? BoxProblem();

    private string? ServedProblem()
    {
        var (units, drawn, worth, total) = (_certificate.Plan.UnitCounts, new long[_problem.Graph.NodeCount], (Int128)0, (Int128)0);
        if (units.Length != _problem.Demands.Length)
            return $"There should be counts for {_problem.Demands.Length} demanders, but there are {units.Length}.";
        for (var index = 0; index < units.Length; index++)
        {
            var demand = _problem.Demands[index];
            if (units[index] < 0 || units[index] > demand.UnitCount)
                return $"Demander {index} should get 0 to {demand.UnitCount} units, but gets {units[index]}.";
            drawn[demand.Node] = units[index] * demand.UnitDemand;
            worth += (Int128)units[index] * demand.Weight;
            total += drawn[demand.Node];
        }

        if (worth != _certificate.Plan.Worth)
            return $"The units should be worth {_certificate.Plan.Worth}, but are worth {worth}.";
        if (FlowSum.NetOutflow(_problem.Graph, _certificate.Worth.ArcFlow, drawn, out var fault) is not { } net)
            return fault;
        for (var node = 0; node < net.Length; node++)
        {
            if (net[node] + drawn[node] != (node == _problem.Source ? total : 0))
                return $"Node {node} should balance, but has {net[node] + drawn[node]} flow units over ({drawn[node]} drawn there).";
        }

        return null;
    }

    private string? CutProblem()
    {
        foreach (var cut in _certificate.Worth.Cuts)
        {
            if (DemandCut.Of(_problem, cut, out var fault) is not { } summed)
                return fault;
            _cuts.Add(summed);
        }

        return null;
    }

    private string? BoxProblem()
    {
        var open = new Stack<(int Box, UnitLimits Limits)>();
        open.Push((0, new UnitLimits(new long[_problem.Demands.Length], [.. _problem.Demands.Select(demand => demand.UnitCount)])));
        while (open.TryPop(out var next))
        {
            if (next.Box < 0 || next.Box >= _certificate.Worth.Boxes.Length)
                return $"There should be a box {next.Box}, but there are {_certificate.Worth.Boxes.Length} boxes.";
            var box = _certificate.Worth.Boxes[next.Box];
            if (box.Demand < 0)
            {
                if (!IsClosed(box, next.Limits))
                    return $"Box {next.Box} should allow no more than {_certificate.Plan.Worth}, but its cuts do not show that.";
                continue;
            }

            if (box.AtMost <= next.Box || box.More <= next.Box || box.Demand >= _problem.Demands.Length)
                return $"Box {next.Box} should have two parts that come later and differ in a demander, but has not.";
            open.Push((box.AtMost, next.Limits.WithHigh(box.Demand, box.Units)));
            open.Push((box.More, next.Limits.WithLow(box.Demand, box.Units + 1)));
        }

        return null;
    }

    private bool IsClosed(UnitWorthBox box, UnitLimits limits)
    {
        if (limits.IsEmpty)
            return true;
        if (box.Cuts.Any(cut => cut < 0 || cut >= _cuts.Count))
            return false;
        if (box.Cuts.Length == 1 && Required(_cuts[box.Cuts[0]], limits, _ => true) > _cuts[box.Cuts[0]].Capacity)
            return true;
        return box.Cuts.Length == _order.Count && Bound(box, limits) is var bound && bound.RoundedDown < NextWorth();
    }

    /// <summary>The worth above the plan's that units could have: a multiple of the weights' common divisor.</summary>
    private BigInteger NextWorth()
    {
        BigInteger divisor = 0;
        foreach (var demand in _problem.Demands)
            divisor = BigInteger.GreatestCommonDivisor(divisor, demand.Weight);
        return _certificate.Plan.Worth + BigInteger.Max(divisor, 1);
    }

    private ExactSum Bound(UnitWorthBox box, UnitLimits limits)
    {
        var bound = ExactSum.Zero;
        for (var last = 0; last < _order.Count; last++)
        {
            var most = MostForPrefix(_cuts[box.Cuts[last]], limits, last);
            bound = bound.Plus(_problem.Demands[_order[last]].Weight * most, _problem.Demands[_order[last]].UnitDemand);
            if (last + 1 < _order.Count)
                bound = bound.Plus(-_problem.Demands[_order[last + 1]].Weight * most, _problem.Demands[_order[last + 1]].UnitDemand);
        }

        return bound;
    }

    /// <summary>What the prefix gets: through the cut, less what others behind it need at least, and all it may have in front of it.</summary>
    private BigInteger MostForPrefix(DemandCut cut, UnitLimits limits, int last)
    {
        var most = (BigInteger)cut.Capacity - Required(cut, limits, position => position > last);
        for (var position = 0; position <= last; position++)
        {
            var demand = _order[position];
            most += cut.IsBehind[demand] ? 0 : (BigInteger)limits.High[demand] * _problem.Demands[demand].UnitDemand;
        }

        return most;
    }

    private BigInteger Required(DemandCut cut, UnitLimits limits, Func<int, bool> counts)
    {
        BigInteger required = 0;
        for (var position = 0; position < _order.Count; position++)
        {
            var demand = _order[position];
            required += cut.IsBehind[demand] && counts(position) ? (BigInteger)limits.Low[demand] * _problem.Demands[demand].UnitDemand : 0;
        }

        return required;
    }

    private static int CompareWorth(AllocationDemand a, AllocationDemand b) =>
        ((Int128)a.Weight * b.UnitDemand).CompareTo((Int128)b.Weight * a.UnitDemand);

    private sealed record UnitLimits(long[] Low, long[] High)
    {
        public bool IsEmpty => Low.Zip(High).Any(pair => pair.First > pair.Second);

        public UnitLimits WithLow(int demand, long low) => new(Changed(Low, demand, long.Max(low, Low[demand])), High);

        public UnitLimits WithHigh(int demand, long high) => new(Low, Changed(High, demand, long.Min(high, High[demand])));

        private static long[] Changed(long[] limits, int demand, long value)
        {
            var changed = (long[])limits.Clone();
            changed[demand] = value;
            return changed;
        }
    }
}
