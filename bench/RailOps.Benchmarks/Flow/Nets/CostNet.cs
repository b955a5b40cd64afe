using RailOps.Solvers.MinCost;

namespace RailOps.Benchmarks.Flow.Nets;

/// <summary>A net of the benchmark with a cost on each arc or edge and an amount to send.</summary>
internal sealed record CostNet(FlowNet Net, long[] Costs, long Amount)
{
    /// <summary>Arcs as solvers count them: an edge is one each way.</summary>
    public int ArcCount => Net.Arcs.Count * (Net.IsDirected ? 1 : 2);

    public MinCostFlowProblem ToProblem() => MinCostFlowProblem.OfAmount(Net.ToGraph(), [.. Costs], [Net.Source], [Net.Sink], Amount);

    /// <summary>Writes it for the drivers in bench/peers: a line "nodes arcs source sink amount", then "tail head capacity cost"; edges both ways.</summary>
    public void Write(string path)
    {
        using var file = new StreamWriter(path);
        file.WriteLine($"{Net.NodeCount} {ArcCount} {Net.Source} {Net.Sink} {Amount}");
        for (var arc = 0; arc < Costs.Length; arc++)
        {
            var (tail, head, capacity) = Net.Arcs[arc];
            file.WriteLine($"{tail} {head} {capacity} {Costs[arc]}");
            if (!Net.IsDirected)
                file.WriteLine($"{head} {tail} {capacity} {Costs[arc]}");
        }
    }
}
