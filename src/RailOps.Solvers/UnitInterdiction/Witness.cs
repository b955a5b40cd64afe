using RailOps.Solvers.Allocation;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>
/// Whole units that a plan must make impossible to serve at once. Immutable. A plan does so exactly if under it some cut lets less
/// through than the units behind it need.
/// </summary>
internal sealed class Witness
{
    private readonly WitnessNet _net;
    private readonly long[] _draw;

    public Witness(WitnessNet net, long[] units)
    {
        (_net, Units) = (net, units);
        _draw = [.. units.Select((count, demand) => count * net.Problem.Allocation.Demands[demand].UnitDemand)];
        Worth = WorthOf(net.Problem.Allocation, units);
    }

    public long[] Units { get; }

    public long Worth { get; }

    /// <summary>Demanders that want something and could be behind a cut.</summary>
    public IEnumerable<int> Demands => Enumerable.Range(0, Units.Length).Where(demand => Units[demand] > 0 && _net.CanBeBehind(demand));

    public static long WorthOf(AllocationProblem problem, long[] units)
    {
        var worth = 0L;
        for (var demand = 0; demand < units.Length; demand++)
            worth = checked(worth + (problem.Demands[demand].Weight * units[demand]));
        return worth;
    }

    /// <summary>The case that one demander is behind the cut and some others are in front of it.</summary>
    public BreakCase Case(int demand, IReadOnlyList<int> inFront, SearchRestriction restriction)
    {
        var draw = (long[])_draw.Clone();
        foreach (var other in inFront)
            draw[other] = 0;
        var table = _net.Table.WithCapacities(_net.Capacities(draw));
        var sourceSide = inFront.Select(_net.ExitOf).ToArray();
        var net = AttackNet.Root(table, restriction, sourceSide, _net.ExitOf(demand));
        return new BreakCase(demand, Needed(draw), net);
    }

    private long Needed(long[] draw) => Enumerable.Range(0, draw.Length).Where(_net.CanBeBehind).Sum(demand => draw[demand]);
}
