using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// What one flow per case bounds. A plan's attacks take at most <see cref="Taken"/> off the flows, and cost at least their price; so
/// no plan of the region leaves less than the flows together, less the price of the budgets, less what levels take beyond their price.
/// </summary>
internal sealed class SumBound
{
    public SumBound(SumTable table, SumRegion region, SumPrices prices, CaseFlow[] flows)
    {
        (Region, Prices, Flows) = (region, prices, flows);
        Taken = new Int128[table.LevelTotal];
        Beyond = new Int128[table.TargetCount];
        Price = new Int128[table.LevelTotal];
        Bound = -new Prices(prices.PerResource).OfBudget(region.Budget);
        for (var one = 0; one < flows.Length; one++)
            Bound += (Int128)table.Weight[one] * flows[one].Value;
        for (var target = 0; target < table.TargetCount; target++)
            AddTarget(table, target);
    }

    public SumRegion Region { get; }

    public SumPrices Prices { get; }

    public CaseFlow[] Flows { get; }

    /// <summary>Lower bound on what any plan of the region leaves, in parts.</summary>
    public Int128 Bound { get; private set; }

    /// <summary>Per level, see <see cref="SumTable.LevelIndex"/>: the most that it takes off the flows, in parts.</summary>
    public Int128[] Taken { get; }

    /// <summary>Per level: its price in parts.</summary>
    public Int128[] Price { get; }

    /// <summary>Per target: the most that an open level takes beyond its price, in parts; 0 or more.</summary>
    public Int128[] Beyond { get; }

    /// <summary>True if a case alone, with every open attack made at no price, is without limit: so it is under every plan.</summary>
    public bool IsUnlimited { get; init; }

    /// <summary>The bound in flow units, rounded up to a multiple of the table's unit.</summary>
    public long RoundedUp(SumTable table)
    {
        if (Bound <= 0)
            return 0;
        var step = (Int128)table.Unit << table.ScaleBits;
        var units = (Bound + step - 1) / step * table.Unit;
        return units > table.NoPlan ? table.NoPlan : (long)units;
    }

    private void AddTarget(SumTable table, int target)
    {
        var open = Region.Open[target];
        for (var level = 0; open != 0; level++, open >>= 1)
        {
            if ((open & 1) == 0)
                continue;
            var index = table.LevelIndex(target, level);
            (Taken[index], Price[index]) = (TakenBy(table, target, level), Prices.OfLevel(table, target, level));
            Beyond[target] = Int128.Max(Beyond[target], Taken[index] - Price[index]);
        }

        Bound -= Beyond[target];
    }

    private Int128 TakenBy(SumTable table, int target, int level)
    {
        Int128 sum = 0;
        for (var one = 0; one < Flows.Length; one++)
        {
            if (table.EffectiveLevel(one, target, level) < 0)
                continue;
            var net = table.NetOf(one);
            for (var element = 0; element < table.Pieces.ElementCount(target); element++)
            {
                var index = table.ElementIndex(target, element);
                if (net.ArcsOf(index) is not [var arc, ..])
                    continue;
                var left = table.Pieces.Residual(net.Net.Piece[arc], level) << table.ScaleBits;
                var carried = net.Carried(Flows[one].Flow, index);
                sum += carried > left ? (Int128)table.Weight[one] * (carried - left) : 0;
            }
        }

        return sum;
    }
}
