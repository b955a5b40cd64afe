using RailOps.Solvers.Graphs;

namespace RailOps.Benchmarks.Flow.Nets;

/// <summary>A net of the benchmark: one source, one sink, all arcs or all edges.</summary>
internal sealed record FlowNet(string Name, int NodeCount, bool IsDirected, int Source, int Sink, long ExpectedValue)
{
    public List<(int Tail, int Head, long Capacity)> Arcs { get; } = [];

    public FlowGraph ToGraph()
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(NodeCount);
        foreach (var (tail, head, capacity) in Arcs)
        {
            if (IsDirected)
                builder.AddArc(tail, head, capacity);
            else
                builder.AddEdge(tail, head, capacity);
        }

        return builder.Build();
    }

    /// <summary>Writes it for the drivers in bench/peers: a line "nodes arcs source sink directed(1 or 0)", then "tail head capacity".</summary>
    public void Write(string path)
    {
        using var file = new StreamWriter(path);
        file.WriteLine($"{NodeCount} {Arcs.Count} {Source} {Sink} {(IsDirected ? 1 : 0)}");
        foreach (var (tail, head, capacity) in Arcs)
            file.WriteLine($"{tail} {head} {capacity}");
    }
}
