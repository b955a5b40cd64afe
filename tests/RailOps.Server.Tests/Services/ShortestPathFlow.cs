using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Services;

/// <summary>
/// Maximum flow by shortest augmenting paths on a dictionary (J. Edmonds and R. M. Karp 1972): slow, short, and nothing of it shared
/// with the server.
/// </summary>
internal static class ShortestPathFlow
{
    private const decimal Unlimited = 1e15m;

    public static double Solve(IEnumerable<ExportedArc> arcs, string source, string sink)
    {
        var left = new Dictionary<string, Dictionary<string, decimal>>(StringComparer.Ordinal);
        foreach (var arc in arcs)
        {
            var capacity = arc.CapacityTonnesPerDay < 0 ? Unlimited : (decimal)arc.CapacityTonnesPerDay;
            Add(left, arc.From, arc.To, capacity);
            Add(left, arc.To, arc.From, 0m);
        }

        var flow = 0m;
        while (Path(left, source, sink) is { } path)
        {
            var step = path.Min(p => left[p.From][p.To]);
            foreach (var (from, to) in path)
            {
                left[from][to] -= step;
                left[to][from] += step;
            }

            flow += step;
        }

        return (double)flow;
    }

    private static void Add(Dictionary<string, Dictionary<string, decimal>> left, string from, string to, decimal capacity)
    {
        if (!left.TryGetValue(from, out var row))
            left[from] = row = new Dictionary<string, decimal>(StringComparer.Ordinal);
        row[to] = row.GetValueOrDefault(to) + capacity;
    }

    private static List<(string From, string To)>? Path(Dictionary<string, Dictionary<string, decimal>> left, string source, string sink)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal) { [source] = "" };
        var queue = new Queue<string>([source]);
        while (queue.TryDequeue(out var node) && !before.ContainsKey(sink))
        {
            foreach (var (next, capacity) in left.GetValueOrDefault(node) ?? [])
            {
                if (capacity > 0m && before.TryAdd(next, node))
                    queue.Enqueue(next);
            }
        }

        if (!before.ContainsKey(sink))
            return null;
        var path = new List<(string From, string To)>();
        for (var node = sink; node != source; node = before[node])
            path.Add((before[node], node));
        return path;
    }
}
