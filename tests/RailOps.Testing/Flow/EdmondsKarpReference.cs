using System.Numerics;
using RailOps.Solvers.Graphs;

namespace RailOps.Testing.Flow;

/// <summary>
/// Maximum flow the plain way (J. Edmonds and R. M. Karp 1972: shortest augmenting paths) on a dense matrix of big integers.
/// Slow, short, and shares nothing with the solvers.
/// </summary>
public static class EdmondsKarpReference
{
    /// <summary>The largest flow. Node v enters at 2v and leaves at 2v + 1; the super terminals come last.</summary>
    public static BigInteger Value(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        var size = (2 * graph.NodeCount) + 2;
        var room = new BigInteger[size, size];
        var plenty = (BigInteger)graph.FiniteTotal + 1;
        BigInteger Limit(long capacity) => capacity == FlowGraph.Unlimited ? plenty : capacity;
        for (var node = 0; node < graph.NodeCount; node++)
            room[2 * node, (2 * node) + 1] += Limit(graph.NodeCapacity(node));
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            room[(2 * graph.Tail(arc)) + 1, 2 * graph.Head(arc)] += Limit(graph.Capacity(arc));
            if (!graph.IsDirected(arc))
                room[(2 * graph.Head(arc)) + 1, 2 * graph.Tail(arc)] += Limit(graph.Capacity(arc));
        }

        foreach (var source in sources)
            room[size - 2, 2 * source] = plenty;
        foreach (var sink in sinks)
            room[(2 * sink) + 1, size - 1] = plenty;
        return AugmentAll(room, size - 2, size - 1);
    }

    private static BigInteger AugmentAll(BigInteger[,] room, int source, int sink)
    {
        BigInteger value = 0;
        while (ShortestPath(room, source, sink) is { } before)
        {
            var amount = room[before[sink], sink];
            for (var node = sink; node != source; node = before[node])
                amount = BigInteger.Min(amount, room[before[node], node]);
            for (var node = sink; node != source; node = before[node])
            {
                room[before[node], node] -= amount;
                room[node, before[node]] += amount;
            }

            value += amount;
        }

        return value;
    }

    private static int[]? ShortestPath(BigInteger[,] room, int source, int sink)
    {
        var before = new int[room.GetLength(0)];
        Array.Fill(before, -1);
        before[source] = source;
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var node))
        {
            for (var next = 0; next < before.Length; next++)
            {
                if (before[next] >= 0 || room[node, next].IsZero)
                    continue;
                before[next] = node;
                if (next == sink)
                    return before;
                queue.Enqueue(next);
            }
        }

        return null;
    }
}
