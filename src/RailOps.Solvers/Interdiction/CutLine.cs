using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// A cut with some of its arcs attacked costs <see cref="Fixed"/> flow units plus the prices of <see cref="Spent"/>: a straight
/// line in every price, never below the minimum cut. Only guides the choice of prices, hence floating point.
/// </summary>
/// <param name="Fixed">Capacity left in the cut, in flow units.</param>
/// <param name="Spent">Cost of the attacks, per resource.</param>
internal readonly record struct CutLine(double Fixed, double[] Spent)
{
    /// <summary>The line of the cut as the prices make it.</summary>
    public static CutLine AtPrices(AttackNet net, bool[] marks, Prices prices, StopSignal stop) =>
        Sum(net, marks, arc => CutOracle.Cheapest(net, arc, prices).Level, stop);

    /// <summary>The line of the cut with everything attacked as hard as possible.</summary>
    public static CutLine AllAttacked(AttackNet net, bool[] marks, StopSignal stop) =>
        Sum(net, marks, arc => CutOracle.Cheapest(net, arc, new Prices(new long[net.Table.ResourceCount])).Level, stop);

    /// <summary>The line of the cut without attacks.</summary>
    public static CutLine Unattacked(AttackNet net, bool[] marks, StopSignal stop) => Sum(net, marks, _ => -1, stop);

    public static bool Crosses(AttackNet net, int arc, bool[] marks)
    {
        var (tail, head) = (marks[net.Tail[arc]], marks[net.Head[arc]]);
        return tail != head && (tail || net.Table.Back[net.Piece[arc]] == PieceBack.Same);
    }

    private static CutLine Sum(AttackNet net, bool[] marks, Func<int, int> levelOf, StopSignal stop)
    {
        var (capacity, spent) = (0.0, new double[net.Table.ResourceCount]);
        for (var arc = 0; arc < net.ArcCount && !stop.Spend(1); arc++)
        {
            if (!Crosses(net, arc, marks))
                continue;
            var level = levelOf(arc);
            capacity += level < 0 ? net.Base[arc] : net.Table.Residual(net.Piece[arc], level);
            if (level < 0)
                continue;
            var target = net.TargetIds[net.TargetOf[arc]];
            var cost = net.Table.Cost(target, level);
            for (var resource = 0; resource < spent.Length; resource++)
                spent[resource] += (double)cost[resource] / net.Table.ElementCount(target);
        }

        return new CutLine(capacity, spent);
    }
}
