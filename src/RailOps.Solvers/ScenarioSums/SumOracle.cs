using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// One minimum cut per case under prices that are split over the cases: the Lagrangian relaxation in which every case chooses its
/// attacks for itself and pays its share (K. J. Cormican, D. P. Morton and R. K. Wood 1998 state the joint model; the split is
/// variable splitting, M. Guignard and S. Kim 1987).
/// </summary>
internal sealed class SumOracle(SumTable table, SearchWork work)
{
    private readonly long[]?[] _last = new long[table.CaseCount][];

    /// <summary>The bound at prices, or null if stopped.</summary>
    public SumBound? Find(SumRegion region, SumPrices prices)
    {
        var levelPrice = LevelPrices(region, prices);
        var flows = new CaseFlow[table.CaseCount];
        var isUnlimited = false;
        for (var one = 0; one < flows.Length; one++)
        {
            if (table.NetOf(one).Solve(Rooms(region, prices, levelPrice, one), _last[one], work) is not { } flow)
                return null;
            (flows[one], _last[one]) = (flow, flow.Flow);
            isUnlimited |= flow.Value >= table.Pieces.Most << table.ScaleBits;
        }

        var isFree = Array.TrueForAll(levelPrice, price => price == 0);
        return new SumBound(table, region, prices, flows) { IsUnlimited = isUnlimited && isFree };
    }

    /// <summary>The cheapest way for a case to cut an element: an open level, or -1 for none; and what that costs in parts.</summary>
    public static (int Level, long Capacity) Cheapest(
        SumTable table, SumRegion region, SumPrices prices, double[] levelPrice, int caseIndex, int target, int element, int piece)
    {
        var best = (Level: -1, Capacity: BaseCapacity(table, region, caseIndex, target, piece) << table.ScaleBits);
        var open = region.Open[target] & table.InEffect(caseIndex, target);
        for (var level = 0; open != 0; level++, open >>= 1)
        {
            if ((open & 1) == 0)
                continue;
            var price = prices.OfSlot(table, caseIndex, table.SlotIndex(target, level, element), levelPrice[table.LevelIndex(target, level)]);
            var capacity = (table.Pieces.Residual(piece, level) << table.ScaleBits) + price;
            if (capacity < best.Capacity)
                best = (level, capacity);
        }

        return best;
    }

    /// <summary>Capacity of a piece in a case if nothing open is chosen, in flow units.</summary>
    public static long BaseCapacity(SumTable table, SumRegion region, int caseIndex, int target, int piece)
    {
        var level = table.EffectiveLevel(caseIndex, target, region.BaseLevel(target));
        return level < 0 ? table.Pieces.Capacity[piece] : table.Pieces.Residual(piece, level);
    }

    /// <summary>The prices of all open levels as floating point: enough to split them.</summary>
    public double[] LevelPrices(SumRegion region, SumPrices prices)
    {
        var all = new double[table.LevelTotal];
        for (var target = 0; target < table.TargetCount; target++)
        {
            var open = region.Open[target];
            for (var level = 0; open != 0; level++, open >>= 1)
            {
                if ((open & 1) == 1)
                    all[table.LevelIndex(target, level)] = (double)prices.OfLevel(table, target, level);
            }
        }

        return all;
    }

    private long[] Rooms(SumRegion region, SumPrices prices, double[] levelPrice, int caseIndex)
    {
        var net = table.NetOf(caseIndex).Net;
        var rooms = new long[net.ArcCount];
        for (var arc = 0; arc < rooms.Length; arc++)
        {
            var piece = net.Piece[arc];
            var target = table.Pieces.Target[piece];
            rooms[arc] = target < 0
                ? table.Pieces.Capacity[piece] << table.ScaleBits
                : Cheapest(table, region, prices, levelPrice, caseIndex, target, table.Pieces.Element[piece], piece).Capacity;
        }

        return rooms;
    }
}
