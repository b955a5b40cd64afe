using System.Collections.Immutable;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.UnitInterdiction;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.UnitInterdiction;

/// <summary>Seeded problems for the tests.</summary>
internal static class UnitNets
{
    /// <summary>Up to 8 nodes with arcs, edges, node limits; up to 4 demanders; arcs, nodes and pairs as targets; levels and free attacks.</summary>
    public static UnitInterdictionProblem Small(Random random, int resourceCount = 1)
    {
        var allocation = RandomAllocation.Small(random);
        var graph = allocation.Graph;
        var elements = Enumerable.Range(0, graph.ArcCount).Select(AttackElement.Arc)
            .Concat(Enumerable.Range(0, graph.NodeCount).Select(AttackElement.Node))
            .OrderBy(_ => random.Next()).Take(random.Next(8)).ToList();
        var targets = ImmutableArray.CreateBuilder<AttackTarget>();
        while (elements.Count > 0)
        {
            var size = random.Next(5) == 0 ? int.Min(2, elements.Count) : 1;
            targets.Add(Target(random, graph, [.. elements.Take(size)], resourceCount));
            elements.RemoveRange(0, size);
        }

        var budgets = Enumerable.Range(0, resourceCount).Select(_ => (long)random.Next(6));
        return new UnitInterdictionProblem(allocation, targets.ToImmutable(), [.. budgets]);
    }

    /// <summary>A grid of 64 nodes supplied at its left side, four demanders at its right, every third edge a target.</summary>
    public static UnitInterdictionProblem Grid(int seed)
    {
        var (random, builder, targets) = (new Random(seed), new FlowGraphBuilder(), ImmutableArray.CreateBuilder<AttackTarget>());
        builder.AddNodes(65);
        for (var row = 0; row < 8; row++)
            builder.AddArc(64, row * 8, FlowGraph.Unlimited);
        for (var node = 0; node < 64; node++)
        {
            if (node % 8 < 7)
                AddEdge(node, node + 1);
            if (node < 56)
                AddEdge(node, node + 8);
        }

        var demands = new[] { 6, 23, 38, 63 }.Select(node => new AllocationDemand(node, 25 + random.Next(20), 3, 0, 1 + random.Next(3)));
        return new UnitInterdictionProblem(new AllocationProblem(builder.Build(), 64, [.. demands]), targets.ToImmutable(), [6]);

        void AddEdge(int tail, int head)
        {
            var edge = builder.AddEdge(tail, head, 20 + random.Next(60));
            if (edge % 3 == 0)
                targets.Add(AttackTarget.Arc(edge, 1 + random.Next(3), random.Next(10)));
        }
    }

    private static AttackTarget Target(Random random, FlowGraph graph, ImmutableArray<AttackElement> elements, int resourceCount)
    {
        var levels = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => new AttackLevel(
            [.. Enumerable.Range(0, resourceCount).Select(_ => (long)random.Next(4))],
            [.. elements.Select(element => Residual(random, element.IsNode ? graph.NodeCapacity(element.Id) : graph.Capacity(element.Id)))]));
        return new AttackTarget(elements, [.. levels]);
    }

    private static long Residual(Random random, long capacity) => random.Next(2) == 0 ? 0 : random.NextInt64(long.Min(capacity, 20) + 1);
}
