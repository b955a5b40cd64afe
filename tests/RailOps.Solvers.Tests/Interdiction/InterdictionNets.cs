using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Interdiction;

/// <summary>Seeded problems for the tests.</summary>
internal static class InterdictionNets
{
    /// <summary>Up to 7 nodes with arcs, edges, node limits, parallel arcs, loops; arcs, nodes and pairs as targets; levels, free attacks, unlimited capacities.</summary>
    public static InterdictionProblem Small(Random random, int resourceCount = 1)
    {
        var nodeCount = 2 + random.Next(6);
        var graph = RandomNetwork.Mixed(random, nodeCount, 1 + random.Next(12), largestCapacity: 1 + random.Next(15));
        if (random.Next(6) == 0)
            graph = WithUnlimitedArc(random, graph);
        var elements = Enumerable.Range(0, graph.ArcCount).Select(AttackElement.Arc)
            .Concat(Enumerable.Range(0, nodeCount).Select(AttackElement.Node))
            .OrderBy(_ => random.Next()).Take(random.Next(9)).ToList();
        var targets = ImmutableArray.CreateBuilder<AttackTarget>();
        while (elements.Count > 0)
        {
            var size = random.Next(5) == 0 ? int.Min(2, elements.Count) : 1;
            targets.Add(Target(random, graph, [.. elements.Take(size)], resourceCount));
            elements.RemoveRange(0, size);
        }

        var budgets = Enumerable.Range(0, resourceCount).Select(_ => (long)random.Next(5));
        return new InterdictionProblem(graph, [0], [nodeCount - 1], targets.ToImmutable(), [.. budgets]);
    }

    /// <summary>A grid of edges from its left side to its right, every edge a target, costs tied to capacities.</summary>
    public static InterdictionProblem Grid(int seed, int width, int height, double budgetShare)
    {
        var random = new Random(seed);
        var builder = new FlowGraphBuilder();
        builder.AddNodes(width * height);
        var targets = ImmutableArray.CreateBuilder<AttackTarget>();
        for (var node = 0; node < width * height; node++)
        {
            if ((node % width) + 1 < width)
                AddEdge(node, node + 1);
            if (node + width < width * height)
                AddEdge(node, node + width);
        }

        var sides = Enumerable.Range(0, height).Select(row => row * width).ToImmutableArray();
        var budget = (long)(budgetShare * height * 27);
        return new InterdictionProblem(builder.Build(), sides, [.. sides.Select(node => node + width - 1)], targets.ToImmutable(), [budget]);

        void AddEdge(int tail, int head)
        {
            var cost = 5 + random.Next(46);
            targets.Add(AttackTarget.Arc(builder.AddEdge(tail, head, (10 * cost) + random.Next(100)), cost));
        }
    }

    private static AttackTarget Target(Random random, FlowGraph graph, ImmutableArray<AttackElement> elements, int resourceCount)
    {
        var levels = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => new AttackLevel(
            [.. Enumerable.Range(0, resourceCount).Select(_ => (long)random.Next(4))],
            [.. elements.Select(element => Residual(random, element.IsNode ? graph.NodeCapacity(element.Id) : graph.Capacity(element.Id)))]));
        return new AttackTarget(elements, [.. levels]);
    }

    private static long Residual(Random random, long capacity) =>
        random.Next(2) == 0 ? 0 : random.NextInt64(long.Min(capacity, 20) + 1);

    private static FlowGraph WithUnlimitedArc(Random random, FlowGraph graph)
    {
        var builder = FlowGraphBuilder.From(graph);
        builder.AddArc(random.Next(graph.NodeCount), random.Next(graph.NodeCount), FlowGraph.Unlimited);
        builder.AddEdge(0, random.Next(graph.NodeCount), FlowGraph.Unlimited);
        return builder.Build();
    }
}
