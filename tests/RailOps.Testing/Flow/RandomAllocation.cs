using System.Collections.Immutable;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Graphs;

namespace RailOps.Testing.Flow;

/// <summary>Seeded random allocation problems; node 0 is the source and no demander draws there.</summary>
public static class RandomAllocation
{
    /// <summary>Small enough for <see cref="BruteForceAllocation"/>.</summary>
    public static AllocationProblem Small(Random random)
    {
        var nodeCount = 3 + random.Next(6);
        var graph = RandomNetwork.Mixed(random, nodeCount, arcCount: nodeCount + random.Next(14), largestCapacity: 15);
        var demandCount = random.Next(int.Min(nodeCount, 5));
        var nodes = Enumerable.Range(1, nodeCount - 1).OrderBy(_ => random.Next()).Take(demandCount);
        return new AllocationProblem(graph, 0, [.. nodes.Select(node => Demand(random, node, largestUnit: 5, largestCount: 4))]);
    }

    /// <summary>A grid of 400 stations with demanders spread over it, short of capacity.</summary>
    public static AllocationProblem Grid(Random random, int demandCount, int unitCount)
    {
        var graph = RandomNetwork.Grid(random, width: 20, height: 20, largestCapacity: 6000);
        var demands = ImmutableArray.CreateBuilder<AllocationDemand>();
        for (var demand = 0; demand < demandCount; demand++)
        {
            var node = 399 - (demand * 7);
            demands.Add(new AllocationDemand(node, 200 + random.Next(600), unitCount, random.Next(4), 1 + random.Next(9)));
        }

        return new AllocationProblem(graph, 0, demands.ToImmutable());
    }

    /// <summary>All demanders behind one arc: a bounded knapsack.</summary>
    public static AllocationProblem Knapsack(Random random, int demandCount, int unitCount)
    {
        var builder = new FlowGraphBuilder();
        var (source, hub) = (builder.AddNode(), builder.AddNode());
        var demands = ImmutableArray.CreateBuilder<AllocationDemand>();
        for (var demand = 0; demand < demandCount; demand++)
        {
            var node = builder.AddNode();
            builder.AddArc(hub, node, FlowGraph.Unlimited);
            demands.Add(new AllocationDemand(node, 200 + random.Next(600), unitCount, random.Next(4), 1 + random.Next(9)));
        }

        builder.AddArc(source, hub, demands.Sum(demand => demand.UnitDemand * demand.UnitCount) / 2);
        return new AllocationProblem(builder.Build(), source, demands.ToImmutable());
    }

    private static AllocationDemand Demand(Random random, int node, int largestUnit, int largestCount) =>
        new(node, 1 + random.Next(largestUnit), random.Next(largestCount + 1), random.Next(3), random.Next(6));
}
