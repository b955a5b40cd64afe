using System.Collections.Immutable;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Commodities;
using RailOps.Solvers.Graphs;

namespace RailOps.OrTools.Tests.Commodities;

/// <summary>Small problems of several commodities.</summary>
internal static class CommodityNets
{
    /// <summary>Amounts are made so many times larger where a miss of a few flow units must not decide.</summary>
    public const long Times = 1000;

    /// <summary>An arc that burns nothing and takes no stock.</summary>
    public static CommodityArc Arc(int tail, int head, long capacity, long? total = null, long burntParts = 0, long cost = 1) =>
        new(tail, head, capacity, total ?? capacity, burntParts, [], cost);

    /// <summary>A demander at a node.</summary>
    public static CommodityDemand Demand(int node, long unitCount, params ImmutableArray<long> unitDemands) => new(node, unitDemands, unitCount, Priority: 1, Weight: 1);

    /// <summary>Seeded: a few nodes, two goods from sources of their own and one of both, demanders of both.</summary>
    public static CommodityProblem Random(Random random)
    {
        var nodes = 4 + random.Next(4);
        var arcs = Enumerable.Range(0, nodes + random.Next(12))
            .Select(_ => Arc(random.Next(nodes), random.Next(nodes), random.Next(40), cost: random.Next(5)))
            .Where(arc => arc.Tail != arc.Head);
        ImmutableArray<int>[] kinds = [[0], [1], [0, 1]];
        var demands = Enumerable.Range(0, 1 + random.Next(3))
            .Select(_ => new CommodityDemand(random.Next(nodes), [1 + random.Next(6), 1 + random.Next(6)], random.Next(5), random.Next(3), 1 + random.Next(4)));
        return new CommodityProblem
        {
            NodeCount = nodes,
            CommodityCount = 2,
            Arcs = [.. arcs],
            Sources = [.. kinds.Select(kind => new CommoditySource(random.Next(nodes), random.Next(60), kind, []))],
            Demands = [.. demands],
        };
    }

    /// <summary>The same net with one commodity from all sources for any need: what several commodities can never better.</summary>
    public static AllocationProblem AsOne(CommodityProblem problem)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(problem.NodeCount + 1 + problem.Demands.Length);
        foreach (var arc in problem.Arcs)
            builder.AddArc(arc.Tail, arc.Head, arc.Capacity);
        foreach (var source in problem.Sources)
            builder.AddArc(problem.NodeCount, source.Node, source.Capacity);
        for (var demand = 0; demand < problem.Demands.Length; demand++)
            builder.AddArc(problem.Demands[demand].Node, problem.NodeCount + 1 + demand, FlowGraph.Unlimited);
        var demands = problem.Demands.Select((of, demand) => new AllocationDemand(problem.NodeCount + 1 + demand, of.UnitDemands.Sum(), of.UnitCount, of.Priority, of.Weight));
        return new AllocationProblem(builder.Build(), problem.NodeCount, [.. demands]);
    }

    /// <summary>An allocation problem as one of a single commodity, all amounts times <see cref="Times"/>.</summary>
    public static CommodityProblem OfOne(AllocationProblem problem)
    {
        static long Larger(long amount) => amount == FlowGraph.Unlimited ? amount : amount * Times;
        var (graph, arcs) = (problem.Graph, new List<CommodityArc>());
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            arcs.Add(Arc(graph.Tail(arc), graph.Head(arc), Larger(graph.Capacity(arc))));
            if (!graph.IsDirected(arc))
                arcs.Add(Arc(graph.Head(arc), graph.Tail(arc), Larger(graph.Capacity(arc))));
        }

        return new CommodityProblem
        {
            NodeCount = graph.NodeCount,
            CommodityCount = 1,
            Arcs = [.. arcs],
            Sources = [new CommoditySource(problem.Source, FlowGraph.Unlimited, [0], [])],
            Demands = [.. problem.Demands.Select(of => new CommodityDemand(of.Node, [Larger(of.UnitDemand)], of.UnitCount, of.Priority, of.Weight))],
            Scale = Times,
        };
    }
}
