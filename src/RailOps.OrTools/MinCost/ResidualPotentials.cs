using System.Collections.Immutable;

namespace RailOps.OrTools.MinCost;

/// <summary>
/// Prices of the nodes that prove a flow the cheapest: the length of the shortest way there from anywhere, over what room is left (label correcting with a
/// queue: R. E. Bellman 1958, E. F. Moore 1959). There are none if a round trip earns something, that is, if the flow is not the cheapest. O(n m).
/// </summary>
internal static class ResidualPotentials
{
    /// <summary>One per node; null if there are none.</summary>
    public static ImmutableArray<long>? Find(int nodeCount, IEnumerable<(int From, int To, long Cost)> residual)
    {
        var ways = residual.ToLookup(way => way.From);
        var (price, hops, waits) = (new long[nodeCount], new int[nodeCount], new bool[nodeCount]);
        var queue = new Queue<int>(Enumerable.Range(0, nodeCount));
        Array.Fill(waits, value: true);
        while (queue.TryDequeue(out var node))
        {
            waits[node] = false;
            foreach (var (_, to, cost) in ways[node])
            {
                if (price[node] + cost >= price[to])
                    continue;
                (price[to], hops[to]) = (price[node] + cost, hops[node] + 1);
                if (hops[to] >= nodeCount)
                    return null;
                if (!waits[to])
                    queue.Enqueue(to);
                waits[to] = true;
            }
        }

        return [.. price];
    }
}
