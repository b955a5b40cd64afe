namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Which levels can still be part of a better plan (reduced-cost fixing by weak duality): a plan that uses a level leaves at least the
/// bound, plus what the level costs, less what it takes off the flows. If it takes nothing off, then, unless the attack is in vain and
/// can be dropped, some case's cut contains one of its elements, and there the flow lacks what could still be sent.
/// </summary>
internal static class SumFixing
{
    /// <summary>The open levels that are not ruled out.</summary>
    /// <param name="table">The problem.</param>
    /// <param name="bound">A bound on the region.</param>
    /// <param name="gap">What a better plan may leave beyond the bound, in parts, 0 or more.</param>
    public static ulong[] OpenLevels(SumTable table, SumBound bound, Int128 gap)
    {
        var open = bound.Region.Open.AsSpan().ToArray();
        for (var target = 0; target < open.Length; target++)
        {
            var levels = open[target];
            for (var level = 0; levels != 0; level++, levels >>= 1)
            {
                if ((levels & 1) == 1 && IsRuledOut(table, bound, gap, target, level))
                    open[target] &= ~(1UL << level);
            }
        }

        return open;
    }

    private static bool IsRuledOut(SumTable table, SumBound bound, Int128 gap, int target, int level)
    {
        var index = table.LevelIndex(target, level);
        var added = bound.Beyond[target] + bound.Price[index] - bound.Taken[index];
        if (added > gap)
            return true;
        return bound.Taken[index] == 0 && (LeastLacking(table, bound, target, level) is not { } lacking || added + lacking > gap);
    }

    /// <summary>The least that one of the level's elements adds to a cut that contains it; null if none does anything in any case.</summary>
    private static Int128? LeastLacking(SumTable table, SumBound bound, int target, int level)
    {
        Int128? least = null;
        for (var one = 0; one < table.CaseCount; one++)
        {
            if (table.EffectiveLevel(one, target, level) < 0)
                continue;
            var net = table.NetOf(one);
            for (var element = 0; element < table.Pieces.ElementCount(target); element++)
            {
                var index = table.ElementIndex(target, element);
                if (net.ArcsOf(index) is not [var arc, ..])
                    continue;
                var left = (Int128)table.Pieces.Residual(net.Net.Piece[arc], level) << table.ScaleBits;
                var lacking = table.Weight[one] * (left - net.Carried(bound.Flows[one].Flow, index));
                least = least is { } known && known <= lacking ? known : lacking;
            }
        }

        return least;
    }
}
