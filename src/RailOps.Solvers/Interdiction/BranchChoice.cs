using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>Which attack a node of the search is split by.</summary>
internal static class BranchChoice
{
    /// <summary>
    /// The open attack on the cut that saves most beyond its price; if the cut has none, the one of the whole net. Ties go to the
    /// lowest target and level. There must be an open level. Of no use if the signal says stop meanwhile.
    /// </summary>
    public static (int Target, int Level) Find(AttackNet net, PricedCut cut, ulong[] open, StopSignal? stop = null)
    {
        stop ??= new StopSignal();
        if (cut.HasCut && Best(net, cut, open, arc => CutLine.Crosses(net, arc, cut.NearSource), stop) is { Level: >= 0 } onCut)
            return onCut;
        return Best(net, cut, open, _ => true, stop);
    }

    private static (int Target, int Level) Best(AttackNet net, PricedCut cut, ulong[] open, Func<int, bool> isCandidate, StopSignal stop)
    {
        var saving = new Dictionary<(int Target, int Level), Int128>();
        for (var arc = 0; arc < net.ArcCount && !stop.Spend(1); arc++)
        {
            if (net.TargetOf[arc] < 0 || !isCandidate(arc))
                continue;
            var levels = open[net.TargetOf[arc]];
            for (var level = 0; levels != 0; level++, levels >>= 1)
            {
                if ((levels & 1) == 0)
                    continue;
                var key = (net.TargetOf[arc], level);
                var saved = (Int128)(net.Base[arc] - net.Table.Residual(net.Piece[arc], level)) << net.Table.ScaleBits;
                saving[key] = saved + (saving.TryGetValue(key, out var before) ? before : 0);
            }
        }

        var best = (Target: -1, Level: -1, Profit: Int128.MinValue);
        foreach (var ((target, level), saved) in saving)
        {
            var profit = saved - cut.Prices.OfBudget(net.Table.Cost(net.TargetIds[target], level));
            var isBefore = (net.TargetIds[target], level).CompareTo((best.Target < 0 ? int.MaxValue : net.TargetIds[best.Target], best.Level)) < 0;
            if (profit > best.Profit || (profit == best.Profit && isBefore))
                best = (target, level, profit);
        }

        return (best.Target, best.Level);
    }
}
