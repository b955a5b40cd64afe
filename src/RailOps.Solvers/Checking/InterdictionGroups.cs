namespace RailOps.Solvers.Checking;

/// <summary>
/// Merges groups of nodes that the cut cannot separate: with group 0 what it leads to, with group 1 what leads to it, and what leads
/// to each other (S. R. Kosaraju's two passes). O(groups + joins).
/// </summary>
internal sealed class InterdictionGroups
{
    private const int Unnamed = -1;

    private readonly int _count;
    private readonly Joins _ahead;
    private readonly Joins _behind;
    private readonly int[] _name;

    private InterdictionGroups(int count, List<(int From, int To)> joins)
    {
        _count = count;
        _ahead = new Joins(count, joins, join => join.From, join => join.To);
        _behind = new Joins(count, joins, join => join.To, join => join.From);
        _name = new int[count];
        Array.Fill(_name, Unnamed);
    }

    /// <summary>For every group one of those it is merged with; null if group 0 would have to be merged with group 1.</summary>
    /// <param name="count">Number of groups.</param>
    /// <param name="joins">Pairs of groups: the second is on the source side if the first is.</param>
    public static int[]? Merge(int count, List<(int From, int To)> joins) => new InterdictionGroups(count, joins).Run();

    private int[]? Run()
    {
        Reach(0, _ahead);
        if (_name[1] != Unnamed)
            return null;
        Reach(1, _behind);
        var seen = Array.ConvertAll(_name, name => name != Unnamed);
        var order = new List<int>();
        for (var start = 0; start < _count; start++)
            Finish(start, seen, order);
        for (var index = order.Count - 1; index >= 0; index--)
            Reach(order[index], _behind);
        return _name;
    }

    /// <summary>Names all that can be reached and has no name yet after the start.</summary>
    private void Reach(int start, Joins next)
    {
        if (_name[start] != Unnamed)
            return;
        _name[start] = start;
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var other in next.Of(at))
            {
                if (_name[other] != Unnamed)
                    continue;
                _name[other] = start;
                queue.Enqueue(other);
            }
        }
    }

    /// <summary>Lists what can be reached, each group after all it leads to.</summary>
    private void Finish(int start, bool[] seen, List<int> order)
    {
        if (seen[start])
            return;
        seen[start] = true;
        var path = new Stack<(int Group, int Next)>([(start, 0)]);
        while (path.TryPop(out var at))
        {
            var others = _ahead.Of(at.Group);
            while (at.Next < others.Length && seen[others[at.Next]])
                at.Next++;
            if (at.Next == others.Length)
            {
                order.Add(at.Group);
                continue;
            }

            path.Push(at);
            seen[others[at.Next]] = true;
            path.Push((others[at.Next], 0));
        }
    }

    /// <summary>The other ends of all joins, sorted by one end.</summary>
    private sealed class Joins
    {
        private readonly int[] _first;
        private readonly int[] _others;

        public Joins(int groupCount, List<(int From, int To)> joins, Func<(int From, int To), int> key, Func<(int From, int To), int> other)
        {
            _first = new int[groupCount + 1];
            foreach (var join in joins)
                _first[key(join) + 1]++;
            for (var group = 0; group < groupCount; group++)
                _first[group + 1] += _first[group];
            var next = _first.AsSpan(0, groupCount).ToArray();
            _others = new int[joins.Count];
            foreach (var join in joins)
                _others[next[key(join)]++] = other(join);
        }

        public ReadOnlySpan<int> Of(int group) => _others.AsSpan(_first[group], _first[group + 1] - _first[group]);
    }
}
