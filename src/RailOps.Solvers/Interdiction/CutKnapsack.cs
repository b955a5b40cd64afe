using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Problem: which attacks on one given cut save the most within the budget? A knapsack in which each target is used once.
/// <para>
/// Method and source: depth first by saving per cost with the bound of G. B. Dantzig (1957), after E. Horowitz and S. Sahni (1974);
/// several resources are weighed by their share of the budget. Stops after a fixed number of steps, so that the best may be missed;
/// the search does not depend on it. Items are put in order only as far as the search gets.
/// </para>
/// </summary>
internal sealed class CutKnapsack
{
    private const int LargestStepCount = 20_000;

    private readonly AttackNet _net;
    private readonly long[] _budget;
    private readonly List<Item> _items = [];
    private readonly List<Item> _ordered = [];
    private readonly PriorityQueue<Item, Item> _waiting;
    private readonly bool[] _isUsed;
    private readonly StopSignal _stop;

    private CutKnapsack(AttackNet net, bool[] marks, long[] budget, StopSignal stop)
    {
        (_net, _budget, _stop) = (net, [.. budget], stop);
        _isUsed = new bool[net.TargetIds.Length];
        Collect(marks);
        _waiting = new PriorityQueue<Item, Item>(_items.Select(item => (item, item)), Comparer<Item>.Create(Order));
    }

    /// <summary>Capacity of the cut without attacks, in flow units.</summary>
    public Int128 Capacity { get; private set; }

    /// <summary>The best attacks found (open target, level) that bring the cut below a value, or null if none do.</summary>
    public static (Int128 Value, List<(int Target, int Level)> Attacks)? Below(
        Int128 value, AttackNet net, bool[] marks, long[] budget, StopSignal? stop = null)
    {
        stop ??= new StopSignal();
        var knapsack = new CutKnapsack(net, marks, budget, stop);
        return stop.IsRaised ? null : knapsack.Search(knapsack.Capacity - value);
    }

    /// <summary>The largest saving per cost first.</summary>
    private static int Order(Item a, Item b) =>
        a.Density != b.Density ? b.Density.CompareTo(a.Density) : (a.Target, a.Level).CompareTo((b.Target, b.Level));

    private Item At(int index)
    {
        while (_ordered.Count <= index)
            _ordered.Add(_waiting.Dequeue());
        return _ordered[index];
    }

    private void Collect(bool[] marks)
    {
        var itemsOf = new Dictionary<int, int>();
        for (var arc = 0; arc < _net.ArcCount && !_stop.Spend(1); arc++)
        {
            if (!CutLine.Crosses(_net, arc, marks))
                continue;
            Capacity += _net.Base[arc];
            var target = _net.TargetOf[arc];
            if (target < 0)
                continue;
            if (!itemsOf.TryGetValue(target, out var first))
                first = itemsOf[target] = AddItems(target);
            for (var index = first; index < _items.Count && _items[index].Target == target; index++)
                _items[index].Saving += _net.Base[arc] - _net.Table.Residual(_net.Piece[arc], _items[index].Level);
        }

        _items.RemoveAll(item => item.Saving <= 0);
        foreach (var item in _items)
            item.Density = item.Weight == 0 ? double.PositiveInfinity : item.Saving / item.Weight;
    }

    private int AddItems(int target)
    {
        var first = _items.Count;
        var levels = _net.Open[target];
        for (var level = 0; levels != 0; level++, levels >>= 1)
        {
            if ((levels & 1) == 1)
                _items.Add(new Item(target, level, Weight(_net.Table.Cost(_net.TargetIds[target], level))));
        }

        return first;
    }

    private double Weight(ReadOnlySpan<long> cost)
    {
        var weight = 0.0;
        for (var resource = 0; resource < cost.Length; resource++)
            weight += (double)cost[resource] / long.Max(_budget[resource], 1);
        return weight;
    }

    private (Int128 Value, List<(int Target, int Level)> Attacks)? Search(Int128 savingToBeat)
    {
        var (taken, best) = (new Stack<int>(), default(int[]));
        var (saving, room) = ((Int128)0, (double)_budget.Length);
        var (index, mayPrune) = (0, true);
        for (var step = 0; step < LargestStepCount && !_stop.IsRaised; step++)
        {
            if (index == _items.Count || (mayPrune && saving + (Int128)MostFrom(index, room) + 1 <= savingToBeat))
            {
                if (saving > savingToBeat)
                    (savingToBeat, best) = (saving, [.. taken]);
                if (taken.Count == 0)
                    break;
                index = taken.Pop();
                Use(At(index), -1);
                (saving, room) = (saving - At(index).Saving, room + At(index).Weight);
                (index, mayPrune) = (index + 1, true);
                continue;
            }

            mayPrune = !Fits(At(index));
            if (!mayPrune)
            {
                Use(At(index), 1);
                (saving, room) = (saving + At(index).Saving, room - At(index).Weight);
                taken.Push(index);
            }

            index++;
        }

        return best is null ? null : (Capacity - savingToBeat, [.. best.Select(item => (At(item).Target, At(item).Level))]);
    }

    /// <summary>At most what the items from an index on can save, as if they could be taken in part and more than one of a target.</summary>
    private double MostFrom(int index, double room)
    {
        var most = 0.0;
        for (; index < _items.Count && room > 0 && !_stop.Spend(1); index++)
        {
            var item = At(index);
            if (item.Weight > room)
                return most + (item.Density * room);
            most += item.Saving;
            room -= item.Weight;
        }

        return most;
    }

    private bool Fits(Item item)
    {
        if (_isUsed[item.Target])
            return false;
        var cost = _net.Table.Cost(_net.TargetIds[item.Target], item.Level);
        for (var resource = 0; resource < cost.Length; resource++)
        {
            if (cost[resource] > _budget[resource])
                return false;
        }

        return true;
    }

    private void Use(Item item, int sign)
    {
        _isUsed[item.Target] = sign > 0;
        var cost = _net.Table.Cost(_net.TargetIds[item.Target], item.Level);
        for (var resource = 0; resource < cost.Length; resource++)
            _budget[resource] -= sign * cost[resource];
    }

    private sealed class Item(int target, int level, double weight)
    {
        public int Target { get; } = target;

        public int Level { get; } = level;

        public double Weight { get; } = weight;

        public long Saving { get; set; }

        public double Density { get; set; }
    }
}
