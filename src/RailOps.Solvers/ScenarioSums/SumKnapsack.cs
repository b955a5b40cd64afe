using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Problem: which open attacks save the most on one given cut per case, within the budgets? A knapsack in which each target is used once.
/// <para>
/// Method and source: depth first by saving per cost with the bound of G. B. Dantzig (1957), after E. Horowitz and S. Sahni (1974);
/// several resources are weighed by their share of the budget. Stops after a fixed number of steps, so that the best may be missed;
/// the search does not depend on it.
/// </para>
/// </summary>
internal sealed class SumKnapsack
{
    private const int LargestStepCount = 4_000;

    private readonly SumTable _table;
    private readonly long[] _budget;
    private readonly List<Item> _items = [];
    private readonly bool[] _isUsed;

    private SumKnapsack(SumTable table, SumRegion region, CaseFlow[] flows, bool nearSource)
    {
        (_table, _budget) = (table, [.. region.Budget]);
        _isUsed = new bool[table.TargetCount];
        var saving = Savings(table, region, flows, nearSource);
        for (var target = 0; target < table.TargetCount; target++)
        {
            for (var level = 0; level < table.Pieces.LevelCount(target); level++)
            {
                if (saving[table.LevelIndex(target, level)] > 0)
                    _items.Add(new Item(new Attack(target, level), saving[table.LevelIndex(target, level)], Weight(table.Pieces.Cost(target, level))));
            }
        }

        _items.Sort((a, b) => a.Density != b.Density ? b.Density.CompareTo(a.Density) : (a.Attack.Target, a.Attack.Level).CompareTo((b.Attack.Target, b.Attack.Level)));
    }

    /// <summary>The best attacks found for the cuts of some flows; empty if none saves anything.</summary>
    public static List<Attack> Best(SumTable table, SumRegion region, CaseFlow[] flows, bool nearSource) =>
        new SumKnapsack(table, region, flows, nearSource).Search();

    /// <summary>Per level what it saves on the cuts, weighted, in flow units; 0 for levels that are not open.</summary>
    public static Int128[] Savings(SumTable table, SumRegion region, CaseFlow[] flows, bool nearSource)
    {
        var saving = new Int128[table.LevelTotal];
        for (var one = 0; one < flows.Length; one++)
        {
            var (net, marks) = (table.NetOf(one), nearSource ? flows[one].NearSource : flows[one].NearSink);
            for (var target = 0; target < table.TargetCount && marks.Length > 0; target++)
            {
                var open = region.Open[target] & table.InEffect(one, target);
                for (var element = 0; open != 0 && element < table.Pieces.ElementCount(target); element++)
                {
                    var arcs = net.ArcsOf(table.ElementIndex(target, element));
                    if (SumSlope.Crosses(net, arcs, marks))
                        AddSavings(table, region, saving, one, target, net.Net.Piece[arcs[0]], open);
                }
            }
        }

        return saving;
    }

    private static void AddSavings(SumTable table, SumRegion region, Int128[] saving, int one, int target, int piece, ulong open)
    {
        var capacity = SumOracle.BaseCapacity(table, region, one, target, piece);
        for (var level = 0; open != 0; level++, open >>= 1)
        {
            if ((open & 1) == 1)
                saving[table.LevelIndex(target, level)] += (Int128)table.Weight[one] * (capacity - table.Pieces.Residual(piece, level));
        }
    }

    private double Weight(ReadOnlySpan<long> cost)
    {
        var weight = 0.0;
        for (var resource = 0; resource < cost.Length; resource++)
            weight += (double)cost[resource] / long.Max(_budget[resource], 1);
        return weight;
    }

    private List<Attack> Search()
    {
        var (taken, best, bestSaving) = (new Stack<int>(), Array.Empty<int>(), (Int128)0);
        var (saving, room) = ((Int128)0, (double)_budget.Length);
        var (index, mayPrune) = (0, true);
        for (var step = 0; step < LargestStepCount; step++)
        {
            if (index == _items.Count || (mayPrune && saving + (Int128)MostFrom(index, room) + 1 <= bestSaving))
            {
                if (saving > bestSaving)
                    (bestSaving, best) = (saving, [.. taken]);
                if (taken.Count == 0)
                    break;
                index = taken.Pop();
                Use(_items[index], -1);
                (saving, room) = (saving - _items[index].Saving, room + _items[index].Weight);
                (index, mayPrune) = (index + 1, true);
                continue;
            }

            mayPrune = !Fits(_items[index]);
            if (!mayPrune)
            {
                Use(_items[index], 1);
                (saving, room) = (saving + _items[index].Saving, room - _items[index].Weight);
                taken.Push(index);
            }

            index++;
        }

        return [.. best.Select(item => _items[item].Attack)];
    }

    /// <summary>At most what the items from an index on can save, as if they could be taken in part and more than one of a target.</summary>
    private double MostFrom(int index, double room)
    {
        var most = 0.0;
        for (; index < _items.Count && room > 0; index++)
        {
            var item = _items[index];
            if (item.Weight > room)
                return most + (item.Density * room);
            most += (double)item.Saving;
            room -= item.Weight;
        }

        return most;
    }

    private bool Fits(Item item) =>
        !_isUsed[item.Attack.Target] && _table.Pieces.IsAffordable(item.Attack.Target, item.Attack.Level, _budget);

    private void Use(Item item, int sign)
    {
        _isUsed[item.Attack.Target] = sign > 0;
        var cost = _table.Pieces.Cost(item.Attack.Target, item.Attack.Level);
        for (var resource = 0; resource < cost.Length; resource++)
            _budget[resource] -= sign * cost[resource];
    }

    private sealed record Item(Attack Attack, Int128 Saving, double Weight)
    {
        public double Density { get; } = Weight == 0 ? double.PositiveInfinity : (double)Saving / Weight;
    }
}
