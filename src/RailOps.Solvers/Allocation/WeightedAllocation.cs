using System.Collections.Immutable;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// Largest sum of weight times whole units: first the largest worth by <see cref="BoxSearch"/>, then, demander by demander in
/// order of priority, the most units that some vector of that worth gives it. Cost: exponential in the worst case. Stopped while
/// ties are settled, the answer says so (TimeLimit or Stopped) with a bound that equals the objective.
/// </summary>
internal sealed class WeightedAllocation(AllocationNetwork network)
{
    private readonly BoxSearch _search = new(network);

    public AllocationResult Solve()
    {
        if (_search.ProveRoot(out var root) is not { } prefixCuts)
            return Interrupted(network.Problem.Demands.Aggregate(0L, (sum, demand) => checked(sum + (demand.Weight * demand.UnitCount))));
        var bound = long.Min(_search.Maximise(root), root.Bound);
        if (network.Stop.IsRaised || !SettleTies())
            return Interrupted(bound);
        network.Session.RestoreFrom(_search.Best.Session);
        if (!network.TopUp())
            return Interrupted(bound);
        var certificate = new AllocationCertificate(network.GraphCut()) { PrefixCuts = prefixCuts };
        return AllocationResult.Optimal(AllocationPolicy.Weighted, Allotment.Read(network, [.. _search.Best.Units]), certificate, Statistics());
    }

    /// <summary>Among vectors of the best worth, gives earlier demanders more; false if stopped.</summary>
    private bool SettleTies()
    {
        var worth = _search.Best.Worth;
        var box = _search.Everything;
        foreach (var demand in network.PriorityOrder)
        {
            while (_search.Best.Units[demand] < box.High[demand]
                && _search.Find(box.WithLow(demand, _search.Best.Units[demand] + 1), worth))
            {
                // Each find gives this demander at least one unit more.
            }

            var units = _search.Best.Units[demand];
            box = box.WithLow(demand, units).WithHigh(demand, units);
        }

        return !network.Stop.IsRaised;
    }

    private AllocationResult Interrupted(long bound)
    {
        network.Session.RestoreFrom(_search.Best.Session);
        ImmutableArray<long> units = [.. _search.Best.Units];
        return AllocationResult.Interrupted(AllocationPolicy.Weighted, network.Stop.Reason, Allotment.Read(network, units), bound, Statistics());
    }

    private SolveStatistics Statistics() => network.Statistics(_search.NodeCount);
}
