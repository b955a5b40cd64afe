using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>Which attack a node of the search is split by.</summary>
internal static class SumBranchChoice
{
    /// <summary>
    /// The open attack that saves most on the cuts beyond its price. Ties go to the lowest target and level. There must be an open level.
    /// </summary>
    public static Attack Find(SumTable table, SumRegion region, SumBound bound)
    {
        var saving = SumKnapsack.Savings(table, region, bound.Flows, nearSource: true);
        var (best, most) = (new Attack(-1, -1), Int128.MinValue);
        for (var target = 0; target < table.TargetCount; target++)
        {
            var open = region.Open[target];
            for (var level = 0; open != 0; level++, open >>= 1)
            {
                var index = table.LevelIndex(target, level);
                var isSaving = (open & 1) == 1 && saving[index] > 0;
                var profit = isSaving ? (saving[index] << table.ScaleBits) - bound.Price[index] : Int128.MinValue + 1;
                if ((open & 1) == 1 && profit > most)
                    (best, most) = (new Attack(target, level), profit);
            }
        }

        return best;
    }
}
