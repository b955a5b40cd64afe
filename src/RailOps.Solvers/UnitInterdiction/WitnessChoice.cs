using RailOps.Solvers.Allocation;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>Chooses a witness under the attacks that the allocation has been told of: worth what is wanted, and as little as that takes.</summary>
internal sealed class WitnessChoice
{
    private readonly WitnessNet _net;
    private readonly DamagedAllocation _allocation;
    private readonly long[] _all;
    private readonly int[] _leastWorthFirst;

    public WitnessChoice(WitnessNet net, DamagedAllocation allocation)
    {
        (_net, _allocation) = (net, allocation);
        _all = [.. net.Problem.Allocation.Demands.Select(demand => demand.UnitCount)];
        _leastWorthFirst = [.. DemandOrder.ByWorthPerFlow(net.Problem.Allocation.Demands).Reverse()];
    }

    /// <summary>A witness that contains the core if possible; null if nothing worth what is wanted can be served (or stopped).</summary>
    public Witness? Find(Witness core, long wanted)
    {
        if (_allocation.Find(core.Units, _all, wanted) is { } around)
            return new Witness(_net, Reduce(around, core.Units, wanted));
        var none = new long[_all.Length];
        return _allocation.Find(none, _all, wanted) is { } any ? new Witness(_net, Reduce(any, none, wanted)) : null;
    }

    /// <summary>Takes away what is not needed, units worth least for their flow first.</summary>
    private long[] Reduce(long[] units, long[] low, long wanted)
    {
        var demands = _net.Problem.Allocation.Demands;
        var spare = Witness.WorthOf(_net.Problem.Allocation, units) - wanted;
        var reduced = (long[])units.Clone();
        foreach (var demand in _leastWorthFirst)
        {
            var weight = demands[demand].Weight;
            var most = reduced[demand] - low[demand];
            var dropped = weight == 0 ? most : long.Min(most, spare / weight);
            reduced[demand] -= dropped;
            spare -= dropped * weight;
        }

        return reduced;
    }
}
