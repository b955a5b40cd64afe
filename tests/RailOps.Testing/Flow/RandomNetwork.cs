using RailOps.Solvers.Graphs;

namespace RailOps.Testing.Flow;

/// <summary>Seeded random networks: node 0 is meant as source, the last node as sink.</summary>
public static class RandomNetwork
{
    /// <summary>Arcs, edges, parallel arcs, self loops, zero capacities and node limits in one net.</summary>
    public static FlowGraph Mixed(Random random, int nodeCount, int arcCount, long largestCapacity)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(nodeCount);
        for (var arc = 0; arc < arcCount; arc++)
        {
            var (tail, head) = (random.Next(nodeCount), random.Next(nodeCount));
            var capacity = random.NextInt64(largestCapacity + 1);
            if (random.Next(3) == 0)
                builder.AddEdge(tail, head, capacity);
            else
                builder.AddArc(tail, head, capacity);
        }

        LimitSomeNodes(builder, random, largestCapacity);
        return builder.Build();
    }

    /// <summary>A rail-like grid of edges with a few arcs across, about 2.5 arcs a node.</summary>
    public static FlowGraph Grid(Random random, int width, int height, long largestCapacity)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(width * height);
        for (var node = 0; node < width * height; node++)
        {
            if ((node % width) + 1 < width)
                builder.AddEdge(node, node + 1, 1 + random.NextInt64(largestCapacity));
            if (node + width < width * height)
                builder.AddEdge(node, node + width, 1 + random.NextInt64(largestCapacity));
            if (random.Next(2) == 0)
                builder.AddArc(node, random.Next(width * height), 1 + random.NextInt64(largestCapacity));
        }

        return builder.Build();
    }

    private static void LimitSomeNodes(FlowGraphBuilder builder, Random random, long largestCapacity)
    {
        for (var node = 0; node < builder.NodeCount; node++)
        {
            if (random.Next(4) == 0)
                builder.SetNodeCapacity(node, random.Next(4) == 0 ? FlowGraph.Unlimited : random.NextInt64((largestCapacity * 2) + 1));
        }
    }
}
