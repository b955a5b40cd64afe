using System.Collections.Immutable;
using RailOps.Benchmarks.Flow.Nets;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Benchmarks;

/// <summary>
/// Rail-like nets (Urquhart graph of random points in a strip, supplied at both ends) with demanders in the middle, each of which wants
/// a few whole units, and edges as targets, each attacked by one of the resources at one of two levels. Seeded, exactly defined.
/// </summary>
internal static class UnitInterdictionBenchmarkNets
{
    /// <summary>A problem.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="demandCount">Demanders.</param>
    /// <param name="unitCount">Units wanted in all.</param>
    /// <param name="targetCount">Edges that can be attacked.</param>
    /// <param name="budgets">Attacks that each resource pays for; an attack costs 1 to 3 units of one of them.</param>
    public static UnitInterdictionProblem Make(ulong seed, int demandCount, int unitCount, int targetCount, ImmutableArray<long> budgets)
    {
        const int NodeCount = 350;
        var random = new SplitMix64(seed);
        var (x, y) = (new double[NodeCount], new double[NodeCount]);
        for (var node = 0; node < NodeCount; node++)
            (x[node], y[node]) = (random.Unit(), 0.5 * random.Unit());
        var builder = new FlowGraphBuilder();
        builder.AddNodes(NodeCount + 1);
        foreach (var (a, b) in UrquhartGraph.Edges(x, y))
            builder.AddEdge(a, b, 100 * random.Whole(2, 60));
        var edgeCount = builder.ArcCount;
        for (var node = 0; node < NodeCount; node++)
        {
            if (x[node] is < 0.06 or > 0.94)
                builder.AddArc(NodeCount, node, FlowGraph.Unlimited);
        }

        var graph = builder.Build();
        var demands = Demands(random, x, graph, demandCount, unitCount);
        return new UnitInterdictionProblem(new AllocationProblem(graph, NodeCount, demands), Targets(random, graph, edgeCount, targetCount, budgets.Length), budgets);
    }

    /// <summary>Units share about four fifths of what the net can bring to all demanders together.</summary>
    private static ImmutableArray<AllocationDemand> Demands(SplitMix64 random, double[] x, FlowGraph graph, int demandCount, int unitCount)
    {
        var nodes = new SortedSet<int>();
        while (nodes.Count < demandCount)
        {
            var node = (int)random.Whole(0, x.Length - 1);
            if (x[node] is > 0.25 and < 0.75)
                nodes.Add(node);
        }

        var session = new MaxFlowSession(graph, [x.Length], [.. nodes]);
        var unit = session.Augment(CancellationToken.None) * 4 / 5 / unitCount;
        var demands = ImmutableArray.CreateBuilder<AllocationDemand>();
        foreach (var node in nodes)
        {
            var count = (unitCount / demandCount) + (demands.Count < unitCount % demandCount ? 1 : 0);
            demands.Add(new AllocationDemand(node, long.Max(1, unit * random.Whole(60, 140) / 100), count, demands.Count, random.Whole(1, 3)));
        }

        return demands.ToImmutable();
    }

    private static ImmutableArray<AttackTarget> Targets(SplitMix64 random, FlowGraph graph, int edgeCount, int targetCount, int resourceCount)
    {
        var edges = new SortedSet<int>();
        while (edges.Count < targetCount)
            edges.Add((int)random.Whole(0, edgeCount - 1));
        var targets = ImmutableArray.CreateBuilder<AttackTarget>();
        foreach (var edge in edges)
        {
            var (resource, capacity) = ((int)random.Whole(0, resourceCount - 1), graph.Capacity(edge));
            var levels = ImmutableArray.CreateBuilder<AttackLevel>();
            levels.Add(new AttackLevel(Cost(resource, 1), [capacity / 3]));
            levels.Add(new AttackLevel(Cost(resource, 1 + (capacity / 2001)), [0]));
            targets.Add(new AttackTarget([AttackElement.Arc(edge)], levels.ToImmutable()));
        }

        return targets.ToImmutable();

        ImmutableArray<long> Cost(int resource, long amount) => [.. Enumerable.Range(0, resourceCount).Select(index => index == resource ? amount : 0)];
    }
}
