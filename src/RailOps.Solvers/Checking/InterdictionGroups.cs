namespace RailOps.Solvers.Checking;

/// <summary>
/// Merges groups of nodes that the cut cannot separate: with group 0 what it leads to, with group 1 what leads to it, and what leads
/// to each other (S. R. Kosaraju's two passes). O(groups + joins).
/// </summary>
internal static class InterdictionGroups
{
    /// <summary>Renames the groups in place; false if group 0 would have to be merged with group 1.</summary>
    /// <param name="group">Group per node.</param>
    /// <param name="joins">Pairs of groups: the second is on the source side if the first is.</param>
    public static bool Merge(int[] group, List<(int From, int To)> joins)
    {
        var ahead = joins.ToLookup(join => join.From, join => join.To);
        var behind = joins.ToLookup(join => join.To, join => join.From);
        var name = new Dictionary<int, int>();
        Reach(0, 0, ahead, name);
        if (name.ContainsKey(1))
            return false;
        Reach(1, 1, behind, name);
        var settled = new Dictionary<int, int>(name);
        var order = new List<int>();
        foreach (var start in group.Distinct())
            Finish(start, ahead, settled, order);
        for (var index = order.Count - 1; index >= 0; index--)
            Reach(order[index], order[index], behind, name);
        for (var node = 0; node < group.Length; node++)
            group[node] = name[group[node]];
        return true;
    }

    private static void Reach(int start, int label, ILookup<int, int> next, Dictionary<int, int> name)
    {
        if (!name.TryAdd(start, label))
            return;
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var other in next[at])
            {
                if (name.TryAdd(other, label))
                    queue.Enqueue(other);
            }
        }
    }

    /// <summary>Lists what can be reached, each group after all it leads to.</summary>
    private static void Finish(int start, ILookup<int, int> next, Dictionary<int, int> seen, List<int> order)
    {
        if (!seen.TryAdd(start, start))
            return;
        var path = new Stack<(int Group, IEnumerator<int> Next)>();
        path.Push((start, next[start].GetEnumerator()));
        while (path.TryPeek(out var at))
        {
            if (!at.Next.MoveNext())
            {
                order.Add(path.Pop().Group);
                continue;
            }

            if (seen.TryAdd(at.Next.Current, start))
                path.Push((at.Next.Current, next[at.Next.Current].GetEnumerator()));
        }
    }
}
