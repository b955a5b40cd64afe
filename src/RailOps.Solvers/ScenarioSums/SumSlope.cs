using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// How a bound changes with its prices: per case and slot whether the smallest cut pays there (1, or 1/2 if only one of the two cuts
/// nearest the ends does), per level how much of it is paid, per resource what the cuts spend beyond the budget. Guides the choice of
/// prices only, hence floating point.
/// </summary>
internal sealed class SumSlope
{
    private readonly SumTable _table;
    private readonly SumBound _bound;

    public SumSlope(SumTable table, SumOracle oracle, SumBound bound)
    {
        (_table, _bound) = (table, bound);
        Paid = new float[table.CaseCount * table.SlotTotal];
        PaidOfLevel = new double[table.LevelTotal];
        LevelPrice = oracle.LevelPrices(bound.Region, bound.Prices);
        Over = [.. bound.Region.Budget.Select(budget => -(double)budget)];
        for (var one = 0; one < table.CaseCount; one++)
            AddCase(one);
        for (var target = 0; target < table.TargetCount; target++)
            AddTarget(target);
    }

    /// <summary>Per case and slot: 0, 1/2 or 1.</summary>
    public float[] Paid { get; }

    /// <summary>Per level: the share of its price that is paid.</summary>
    public double[] PaidOfLevel { get; }

    /// <summary>Per level: its price in parts.</summary>
    public double[] LevelPrice { get; }

    /// <summary>Per resource: what the cuts spend less the budget.</summary>
    public double[] Over { get; }

    /// <summary>Sum over levels of the price times how unevenly its shares are paid: what moving shares can gain, to first order.</summary>
    public double Unevenness { get; private set; }

    private void AddCase(int one)
    {
        var (flow, net, pieces) = (_bound.Flows[one], _table.NetOf(one), _table.Pieces);
        if (!flow.HasCut)
            return;
        for (var target = 0; target < _table.TargetCount; target++)
        {
            if ((_bound.Region.Open[target] & _table.InEffect(one, target)) == 0)
                continue;
            for (var element = 0; element < pieces.ElementCount(target); element++)
            {
                var arcs = net.ArcsOf(_table.ElementIndex(target, element));
                var crossings = (Crosses(net, arcs, flow.NearSource) ? 1 : 0) + (Crosses(net, arcs, flow.NearSink) ? 1 : 0);
                if (crossings == 0)
                    continue;
                var level = SumOracle.Cheapest(_table, _bound.Region, _bound.Prices, LevelPrice, one, target, element, net.Net.Piece[arcs[0]]).Level;
                if (level >= 0)
                    Paid[(one * _table.SlotTotal) + _table.SlotIndex(target, level, element)] = 0.5f * crossings;
            }
        }
    }

    public static bool Crosses(CaseNet net, int[] arcs, bool[] marks)
    {
        foreach (var arc in arcs)
        {
            if (CutLine.Crosses(net.Net, arc, marks))
                return true;
        }

        return false;
    }

    private void AddTarget(int target)
    {
        var open = _bound.Region.Open[target];
        for (var level = 0; open != 0; level++, open >>= 1)
        {
            if ((open & 1) == 0)
                continue;
            var (first, count) = (_table.SlotIndex(target, level, 0), _table.Pieces.ElementCount(target));
            var (paid, squares) = (0.0, 0.0);
            for (var one = 0; one < _table.CaseCount; one++)
            {
                for (var slot = (one * _table.SlotTotal) + first; slot < (one * _table.SlotTotal) + first + count; slot++)
                {
                    paid += _bound.Prices.Share[slot] * Paid[slot];
                    squares += _bound.Prices.Share[slot] * Paid[slot] * Paid[slot];
                }
            }

            var index = _table.LevelIndex(target, level);
            PaidOfLevel[index] = paid;
            Unevenness += LevelPrice[index] * double.Max(0, squares - (paid * paid));
            var cost = _table.Pieces.Cost(target, level);
            for (var resource = 0; resource < cost.Length; resource++)
                Over[resource] += paid * cost[resource];
        }
    }
}
