using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.MinCost;

namespace RailOps.Testing.Flow;

/// <summary>Seeded random cheapest-flow problems, small, with everything in them.</summary>
public static class RandomCostFlow
{
    /// <summary>Arcs, edges, parallel arcs, self loops, limits of nodes, unlimited arcs, lower bounds, costs either sign, all three goals.</summary>
    public static MinCostFlowProblem Small(Random random) => (random.Next(3)) switch
    {
        0 => Balanced(random),
        1 => BetweenTerminals(random, isLargest: false),
        _ => BetweenTerminals(random, isLargest: true),
    };

    /// <summary>Arcs alone, finite, costs of 0 or more, supplies that can often be met.</summary>
    public static MinCostFlowProblem Plain(Random random, int nodeCount, int arcCount, long largestCost = 20)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(nodeCount);
        for (var arc = 0; arc < arcCount; arc++)
            builder.AddArc(random.Next(nodeCount), random.Next(nodeCount), random.Next(12));
        return MinCostFlowProblem.Balanced(builder.Build(), [.. Enumerable.Range(0, arcCount).Select(_ => random.NextInt64(largestCost + 1))], Supplies(random, nodeCount, 6));
    }

    /// <summary>Numbers that sum to 0.</summary>
    public static ImmutableArray<long> Supplies(Random random, int nodeCount, int largest)
    {
        var supplies = new long[nodeCount];
        for (var pair = random.Next(nodeCount); pair > 0; pair--)
        {
            var amount = random.Next(largest + 1);
            supplies[random.Next(nodeCount)] += amount;
            supplies[random.Next(nodeCount)] -= amount;
        }

        return [.. supplies];
    }

    private static MinCostFlowProblem Balanced(Random random)
    {
        var (graph, costs, lower) = Net(random);
        return MinCostFlowProblem.Balanced(graph, costs, Supplies(random, graph.NodeCount, 4), lower);
    }

    private static MinCostFlowProblem BetweenTerminals(Random random, bool isLargest)
    {
        var (graph, costs, lower) = Net(random);
        var nodes = Enumerable.Range(0, graph.NodeCount).OrderBy(_ => random.Next()).ToArray();
        var sources = nodes.Take(1 + random.Next(graph.NodeCount - 1)).Take(2).ToArray();
        var sinks = nodes.Except(sources).Take(1 + random.Next(2)).ToArray();
        return isLargest
            ? MinCostFlowProblem.OfLargest(graph, costs, sources, sinks, lower)
            : MinCostFlowProblem.OfAmount(graph, costs, sources, sinks, random.Next(8), lower);
    }

    private static (FlowGraph Graph, ImmutableArray<long> Costs, ImmutableArray<long> Lower) Net(Random random)
    {
        var (builder, costs, lower) = (new FlowGraphBuilder(), new List<long>(), new List<long>());
        builder.AddNodes(2 + random.Next(6));
        var (hasLower, hasUnlimited, hasNegative) = (random.Next(3) == 0, random.Next(3) == 0, random.Next(2) == 0);
        for (var arc = random.Next(16); arc >= 0; arc--)
        {
            var (tail, head) = (random.Next(builder.NodeCount), random.Next(builder.NodeCount));
            var capacity = hasUnlimited && random.Next(3) == 0 ? FlowGraph.Unlimited : random.Next(9);
            var isEdge = random.Next(3) == 0;
            if (isEdge)
                builder.AddEdge(tail, head, capacity);
            else
                builder.AddArc(tail, head, capacity);
            costs.Add(hasNegative && !isEdge ? random.Next(-6, 12) : random.Next(10));
            lower.Add(hasLower && !isEdge && random.Next(3) == 0 ? random.Next((int)Math.Min(capacity, 3) + 1) : 0);
        }

        for (var node = 0; node < builder.NodeCount; node++)
        {
            if (random.Next(5) == 0)
                builder.SetNodeCapacity(node, random.Next(4) == 0 ? FlowGraph.Unlimited : random.Next(14));
        }

        return (builder.Build(), [.. costs], [.. lower]);
    }
}
