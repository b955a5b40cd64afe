using RailOps.Solvers.Graphs;

namespace RailOps.Testing.Flow;

/// <summary>Every minimal cut of a small net by trying all sets of arcs and nodes: what it cuts, and its capacity.</summary>
public static class BruteForceMinimalCuts
{
    /// <summary>
    /// Cuts as text: arc ids, a bar, node ids. Arcs and nodes of capacity 0 are closed anyway and never named. At most 16 arcs and
    /// nodes of finite positive capacity.
    /// </summary>
    public static Dictionary<string, long> All(FlowGraph graph, int source, int sink)
    {
        List<(int Id, bool IsNode, long Capacity)> parts = [];
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            if (graph.Capacity(arc) is > 0 and < FlowGraph.Unlimited && graph.Tail(arc) != graph.Head(arc))
                parts.Add((arc, false, graph.Capacity(arc)));
        }

        for (var node = 0; node < graph.NodeCount; node++)
        {
            if (graph.NodeCapacity(node) is > 0 and < FlowGraph.Unlimited)
                parts.Add((node, true, graph.NodeCapacity(node)));
        }

        if (parts.Count > 16)
            throw new ArgumentException($"At most 16 parts can be tried, but there are {parts.Count}.", nameof(graph));
        var separates = Enumerable.Range(0, 1 << parts.Count).Select(set => Separates(graph, source, sink, parts, set)).ToArray();
        var cuts = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var set = 0; set < separates.Length; set++)
        {
            var chosen = Enumerable.Range(0, parts.Count).Where(part => (set >> part & 1) == 1).ToList();
            if (separates[set] && chosen.TrueForAll(part => !separates[set & ~(1 << part)]))
            {
                cuts[Name(chosen.Where(part => !parts[part].IsNode).Select(part => parts[part].Id), chosen.Where(part => parts[part].IsNode).Select(part => parts[part].Id))] =
                    chosen.Sum(part => parts[part].Capacity);
            }
        }

        return cuts;
    }

    public static string Name(IEnumerable<int> arcs, IEnumerable<int> nodes) => $"{string.Join(",", arcs)}|{string.Join(",", nodes)}";

    private static bool Separates(FlowGraph graph, int source, int sink, List<(int Id, bool IsNode, long Capacity)> parts, int set)
    {
        var closed = parts.Where((_, part) => (set >> part & 1) == 1).Select(part => (part.Id, part.IsNode)).ToHashSet();
        bool IsShut(int node) => graph.NodeCapacity(node) == 0 || closed.Contains((node, true));
        if (IsShut(source))
            return true;
        var reached = new HashSet<int> { source };
        var queue = new Queue<int>(reached);
        while (queue.TryDequeue(out var node))
        {
            foreach (var arc in graph.IncidentArcs(node))
            {
                var other = graph.Tail(arc) == node ? graph.Head(arc) : graph.IsDirected(arc) ? node : graph.Tail(arc);
                if (graph.Capacity(arc) > 0 && !closed.Contains((arc, false)) && !IsShut(other) && reached.Add(other))
                    queue.Enqueue(other);
            }
        }

        return !reached.Contains(sink);
    }
}
