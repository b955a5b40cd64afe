using RailOps.Solvers.Flow;

namespace RailOps.Solvers.Allocation;

/// <summary>The best whole units known, with the flow that delivers them. Starts with nothing for anybody.</summary>
internal sealed class Incumbent
{
    private readonly AllocationNetwork _network;
    private readonly long[] _units;

    public Incumbent(AllocationNetwork network)
    {
        _network = network;
        Session = network.Session.Clone();
        Units = new long[network.DemandCount];
        _units = new long[network.DemandCount];
    }

    public MaxFlowSession Session { get; }

    public long[] Units { get; }

    public long Worth { get; private set; }

    /// <summary>
    /// Rounds what the session delivers down to whole units, fills up with more units where they fit, and keeps the outcome if
    /// it is worth what is wanted. Leaves the session changed; false if nothing was kept (or stopped).
    /// </summary>
    public bool Offer(UnitBox box, int[] byWorth, Int128 wanted)
    {
        for (var demand = 0; demand < _units.Length; demand++)
            _network.SetLimit(demand, _network.WholeUnits(demand) * _network.Problem.Demands[demand].UnitDemand);
        var worth = 0L;
        foreach (var demand in byWorth)
        {
            if (!FillUp(demand, box.High[demand]))
                return false;
            worth = checked(worth + (_network.Problem.Demands[demand].Weight * _units[demand]));
        }

        if (worth < wanted)
            return false;
        _units.CopyTo(Units, 0);
        Session.RestoreFrom(_network.Session);
        Worth = worth;
        return true;
    }

    private bool FillUp(int demand, long largestCount)
    {
        var unitDemand = _network.Problem.Demands[demand].UnitDemand;
        _units[demand] = _network.WholeUnits(demand);
        if (_units[demand] == largestCount)
            return true;
        _network.SetLimit(demand, largestCount * unitDemand);
        var finished = _network.Augment();
        _units[demand] = _network.WholeUnits(demand);
        _network.SetLimit(demand, _units[demand] * unitDemand);
        return finished;
    }
}
