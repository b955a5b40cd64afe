using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>Items (pieces or arcs) by the group (target) they belong to, ascending within a group. O(items + groups).</summary>
internal sealed class ItemGroups
{
    private readonly int[] _first;
    private readonly int[] _items;

    /// <summary>Sorts the items.</summary>
    /// <param name="groupOf">Group per item, or -1.</param>
    /// <param name="groupCount">Number of groups.</param>
    /// <param name="stop">The groups are of no use if it says stop meanwhile.</param>
    public ItemGroups(ReadOnlySpan<int> groupOf, int groupCount, StopSignal stop)
    {
        _first = new int[groupCount + 1];
        for (var item = 0; item < groupOf.Length && !stop.Spend(1); item++)
        {
            if (groupOf[item] >= 0)
                _first[groupOf[item] + 1]++;
        }

        for (var group = 0; group < groupCount; group++)
            _first[group + 1] += _first[group];
        _items = new int[stop.IsRaised ? 0 : _first[^1]];
        var next = _first.AsSpan().ToArray();
        for (var item = 0; item < groupOf.Length && !stop.Spend(1); item++)
        {
            if (groupOf[item] >= 0)
                _items[next[groupOf[item]]++] = item;
        }
    }

    /// <summary>The items of a group.</summary>
    public ReadOnlySpan<int> this[int group] => _items.AsSpan(_first[group], _first[group + 1] - _first[group]);
}
