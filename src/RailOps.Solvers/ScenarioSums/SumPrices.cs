using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Prices of the resources and how the price of each level is split over the cases and elements. Immutable. The split only says which
/// flows are looked for; what they bound is added up without it.
/// </summary>
/// <param name="PerResource">Price per unit of each resource, in parts.</param>
/// <param name="Share">Per case and slot, case by case: the share of its level's price, 0 to 1.</param>
internal sealed record SumPrices(long[] PerResource, float[] Share)
{
    private const double LargestPrice = 1L << 60;

    /// <summary>The price of a level in parts, exact.</summary>
    public Int128 OfLevel(SumTable table, int target, int level) => new Prices(PerResource).OfBudget(table.Pieces.Cost(target, level));

    /// <summary>What a case may charge for an element under a level, in parts of its own flow, rounded down.</summary>
    public long OfSlot(SumTable table, int caseIndex, int slot, double levelPrice) =>
        (long)double.Min(LargestPrice, levelPrice * Share[(caseIndex * table.SlotTotal) + slot] / table.Weight[caseIndex]);

    /// <summary>Every case in which a level takes effect pays by its weight, its elements alike.</summary>
    public static float[] EvenShare(SumTable table)
    {
        var share = new float[table.CaseCount * table.SlotTotal];
        for (var target = 0; target < table.TargetCount; target++)
        {
            var elements = table.Pieces.ElementCount(target);
            for (var level = 0; level < table.Pieces.LevelCount(target); level++)
            {
                var weight = 0.0;
                for (var one = 0; one < table.CaseCount; one++)
                    weight += table.EffectiveLevel(one, target, level) >= 0 ? table.Weight[one] : 0;
                for (var one = 0; one < table.CaseCount; one++)
                {
                    for (var element = 0; element < elements && table.EffectiveLevel(one, target, level) >= 0; element++)
                        share[(one * table.SlotTotal) + table.SlotIndex(target, level, element)] = (float)(table.Weight[one] / weight / elements);
                }
            }
        }

        return share;
    }
}
