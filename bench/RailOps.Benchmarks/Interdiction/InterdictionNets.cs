using System.Collections.Immutable;
using RailOps.Benchmarks.Flow.Nets;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Benchmarks.Interdiction;

/// <summary>
/// Nets of three families (rail-like: Urquhart graph of random points; full Delaunay triangulation; directed grid), capacity and cost
/// drawn apart ("unc") or together ("corr"), and a budget that is a share of the cheapest cut by cost; or railway-like capacities, each
/// attack for 1 ("unit"). Seeded, exactly defined.
/// </summary>
internal static class InterdictionNets
{
    private const long TerminalCapacity = 1_000_000;
    private static readonly long[] RailCapacities = [12, 12, 12, 24, 24, 36, 48, 72, 96, 144];

    /// <summary>A problem of a family: rail or delaunay with that many points, or a grid of that many nodes (a square number).</summary>
    /// <param name="family">rail, delaunay or grid.</param>
    /// <param name="size">Points or nodes.</param>
    /// <param name="mode">unit, unc or corr.</param>
    /// <param name="budget">Unit: attacks. Otherwise percent of the cheapest cut by cost.</param>
    /// <param name="seed">Seed of everything drawn.</param>
    public static InterdictionProblem Make(string family, int size, string mode, int budget, ulong seed = 7)
    {
        var random = new SplitMix64(seed);
        var net = new Draft();
        if (family == "grid")
            Grid(net, random, (int)Math.Sqrt(size), mode);
        else
            Plane(net, random, size, family == "delaunay", mode);
        var graph = net.Builder.Build();
        var problem = new InterdictionProblem(graph, net.Source, net.Sink, [.. net.Targets], 0);
        return problem.WithBudgets([mode == "unit" ? budget : budget * CheapestCut(problem) / 100]);
    }

    /// <summary>
    /// The reduction that shows the problem strongly NP-hard (R. K. Wood 1993): of a random graph in which each pair is joined with chance one
    /// half, attacks must spare as many edges as a clique has, and least is left if the spared ones form a clique.
    /// </summary>
    /// <param name="count">Nodes of the graph.</param>
    /// <param name="cliqueSize">Size of the clique.</param>
    /// <param name="seed">Seed of the graph.</param>
    public static InterdictionProblem Clique(int count, int cliqueSize, ulong seed = 7)
    {
        var random = new SplitMix64(seed);
        var net = new Draft { Source = 0, Sink = 1 };
        net.Builder.AddNodes(count + 2);
        for (var node = 0; node < count; node++)
            net.Builder.AddArc(node + 2, net.Sink, 1);
        for (var a = 0; a < count; a++)
        {
            for (var b = a + 1; b < count; b++)
            {
                if (random.Whole(0, 99) >= 50)
                    continue;
                var edge = net.Builder.AddNode();
                net.Targets.Add(AttackTarget.Arc(net.Builder.AddArc(net.Source, edge, 2), 1));
                net.Builder.AddArc(edge, a + 2, 1);
                net.Builder.AddArc(edge, b + 2, 1);
            }
        }

        return new InterdictionProblem(
            net.Builder.Build(), net.Source, net.Sink, [.. net.Targets], net.Targets.Count - (cliqueSize * (cliqueSize - 1) / 2));
    }

    /// <summary>The least that separates source and sink when every arc weighs what an attack on it costs.</summary>
    private static long CheapestCut(InterdictionProblem problem)
    {
        var session = new MaxFlowSession(problem.Graph, problem.Sources.AsSpan(), problem.Sinks.AsSpan());
        var costs = new long[problem.Graph.ArcCount];
        Array.Fill(costs, TerminalCapacity);
        foreach (var target in problem.Targets)
            costs[target.Elements[0].Id] = target.Levels[0].Costs[0];
        session.SetCapacities(costs);
        return session.Augment(CancellationToken.None);
    }

    private static void Plane(Draft net, SplitMix64 random, int count, bool isFull, string mode)
    {
        var (x, y) = (new double[count], new double[count]);
        for (var point = 0; point < count; point++)
            (x[point], y[point]) = (random.Unit(), random.Unit());
        net.Builder.AddNodes(count + 2);
        (net.Source, net.Sink) = (count, count + 1);
        var edges = isFull ? AllEdges(x, y) : UrquhartGraph.Edges(x, y);
        foreach (var (a, b) in edges)
            net.AddTarget(net.Builder.AddEdge, a, b, random, mode);
        var strip = count <= 100 ? 0.1 : 0.05;
        for (var point = 0; point < count; point++)
        {
            if (x[point] < strip)
                net.Builder.AddEdge(net.Source, point, TerminalCapacity);
            if (x[point] > 1 - strip)
                net.Builder.AddEdge(point, net.Sink, TerminalCapacity);
        }
    }

    private static IEnumerable<(int A, int B)> AllEdges(double[] x, double[] y)
    {
        var edges = new HashSet<(int A, int B)>();
        foreach (var (a, b, c) in new DelaunayTriangulation(x, y).Triangles())
            edges.UnionWith([(int.Min(a, b), int.Max(a, b)), (int.Min(b, c), int.Max(b, c)), (int.Min(c, a), int.Max(c, a))]);
        return edges.Order();
    }

    private static void Grid(Draft net, SplitMix64 random, int side, string mode)
    {
        net.Builder.AddNodes((side * side) + 2);
        (net.Source, net.Sink) = (side * side, (side * side) + 1);
        for (var node = 0; node < side * side; node++)
        {
            if ((node % side) + 1 < side)
                net.AddTarget(net.Builder.AddArc, node, node + 1, random, mode);
            if (node + side >= side * side)
                continue;
            net.AddTarget(net.Builder.AddArc, node, node + side, random, mode);
            net.AddTarget(net.Builder.AddArc, node + side, node, random, mode);
        }

        for (var row = 0; row < side; row++)
        {
            net.Builder.AddArc(net.Source, row * side, TerminalCapacity);
            net.Builder.AddArc((row * side) + side - 1, net.Sink, TerminalCapacity);
        }
    }

    private sealed class Draft
    {
        public FlowGraphBuilder Builder { get; } = new();

        public ImmutableArray<AttackTarget>.Builder Targets { get; } = ImmutableArray.CreateBuilder<AttackTarget>();

        public int Source { get; set; }

        public int Sink { get; set; }

        public void AddTarget(Func<int, int, long, int> add, int tail, int head, SplitMix64 random, string mode)
        {
            var (capacity, cost) = (0L, 1L);
            if (mode == "unit")
            {
                capacity = RailCapacities[random.Whole(0, 9)];
            }
            else if (mode == "unc")
            {
                capacity = random.Whole(10, 1000);
                cost = random.Whole(10, 100);
            }
            else
            {
                cost = random.Whole(5, 50);
                capacity = (10 * cost) + random.Whole(0, 100);
            }

            Targets.Add(AttackTarget.Arc(add(tail, head, capacity), cost));
        }
    }
}
