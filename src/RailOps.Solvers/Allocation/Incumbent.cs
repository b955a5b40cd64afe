using RailOps.Solvers.Flow;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// The best whole units known, with the flow that delivers them. Vectors rounded from a bound only say how much can be had: the
/// search goes on wanting as much, until it meets the first vector in its own order that has it.
/// </summary>
internal sealed class Incumbent
{
    private readonly AllocationNetwork _network;
    private readonly long[] _rounded;
    private long _worth;
    private bool _isFromSearch;

    public Incumbent(AllocationNetwork network)
    {
        _network = network;
        Session = network.Session.Clone();
        Units = new long[network.DemandCount];
        _rounded = new long[network.DemandCount];
    }

    public MaxFlowSession Session { get; }

    public long[] Units { get; }

    /// <summary>The least objective that the search still looks for.</summary>
    public Int128 Wanted => _isFromSearch ? (Int128)_worth + 1 : _worth;

    /// <summary>Takes over a vector that the search met and that the session carries.</summary>
    public void Take(long[] units, long worth) => Replace(units, worth, isFromSearch: true);

    /// <summary>Rounds what the session delivers down to whole units and keeps that if it is better.</summary>
    public void OfferRounded(long[] units, int[] fixedOrder, int fixedCount)
    {
        var worth = 0L;
        for (var depth = 0; depth < fixedOrder.Length; depth++)
        {
            var demand = fixedOrder[depth];
            _rounded[demand] = depth < fixedCount ? units[demand] : _network.WholeUnits(demand);
            worth = checked(worth + (_network.Problem.Demands[demand].Weight * _rounded[demand]));
        }

        if (worth <= _worth)
            return;
        for (var demand = 0; demand < _rounded.Length; demand++)
            _network.SetLimit(demand, _rounded[demand] * _network.Problem.Demands[demand].UnitDemand);
        Replace(_rounded, worth, isFromSearch: false);
    }

    private void Replace(long[] units, long worth, bool isFromSearch)
    {
        units.CopyTo(Units, 0);
        Session.RestoreFrom(_network.Session);
        (_worth, _isFromSearch) = (worth, isFromSearch);
    }
}
