using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Tests.Interdiction;

/// <summary>
/// The work that fixed problems take, in counts that do not depend on the machine: tree nodes, flows, augmentations. A count that grows
/// past its limit is a slower solver; one that falls well below it is a reason to lower the limit.
/// </summary>
[TestFixture]
public sealed class InterdictionWorkTests
{
    [TestCase("grid 20x20, costs tied to capacities", 3, 11, 1390)]
    [TestCase("grid 20x20, another budget", 179, 447, 3268)]
    [TestCase("grid 40x40, large enough for push-relabel", 5, 29, 197743)]
    [TestCase("meshed grid 16x16, costs apart from capacities", 36, 100, 2165)]
    [TestCase("meshed grid 16x16, two resources", 82, 431, 9075)]
    [TestCase("sparse grid 40x10, unit costs", 3, 11, 818)]
    [TestCase("clique of 5 in a graph of 12 nodes", 128, 427, 3933)]
    public void Tree_nodes_flows_and_augmentations_stay_within_what_they_are_today(string name, long nodes, long flows, long augmentations)
    {
        var statistics = Interdict.Best(Problem(name)).Statistics;
        Assert.Multiple(() =>
        {
            Assert.That(statistics.SearchNodeCount, Is.LessThanOrEqualTo(nodes), $"{name}: tree nodes grew");
            Assert.That(statistics.SolveCount, Is.LessThanOrEqualTo(flows), $"{name}: flows grew");
            Assert.That(statistics.AugmentationCount, Is.LessThanOrEqualTo(augmentations), $"{name}: augmentations grew");
        });
    }

    private static InterdictionProblem Problem(string name) => name switch
    {
        "grid 20x20, costs tied to capacities" => InterdictionNets.Grid(1, 20, 20, 0.3),
        "grid 20x20, another budget" => InterdictionNets.Grid(3, 20, 20, 0.5),
        "grid 40x40, large enough for push-relabel" => InterdictionNets.Grid(2, 40, 40, 0.4),
        "meshed grid 16x16, costs apart from capacities" => Mesh(16, 16, meshShare: 100, costCount: 1, _ => 20, budget: 120),
        "meshed grid 16x16, two resources" => Mesh(16, 16, meshShare: 100, costCount: 2, _ => 20, budget: 100),
        "sparse grid 40x10, unit costs" => Mesh(40, 10, meshShare: 0, costCount: 1, _ => 1, budget: 4),
        _ => Clique(nodeCount: 12, cliqueSize: 5),
    };

    /// <summary>A grid of edges from left to right, with a share of its fields crossed by a diagonal; costs from half to all of what is given.</summary>
    private static InterdictionProblem Mesh(int width, int height, int meshShare, int costCount, Func<int, int> cost, long budget)
    {
        var random = new Random(11);
        var builder = new FlowGraphBuilder();
        builder.AddNodes(width * height);
        var targets = ImmutableArray.CreateBuilder<AttackTarget>();
        for (var node = 0; node < width * height; node++)
        {
            var (isLast, isLow) = ((node % width) + 1 == width, node + width >= width * height);
            if (!isLast)
                Add(node, node + 1);
            if (!isLow)
                Add(node, node + width);
            if (!isLast && !isLow && random.Next(100) < meshShare)
                Add(node, node + width + 1);
        }

        var left = Enumerable.Range(0, height).Select(row => row * width).ToImmutableArray();
        return new InterdictionProblem(
            builder.Build(), left, [.. left.Select(node => node + width - 1)], targets.ToImmutable(), [.. Enumerable.Repeat(budget, costCount)]);

        void Add(int a, int b)
        {
            var edge = builder.AddEdge(a, b, random.Next(10, 1000));
            ImmutableArray<long> costs = [.. Enumerable.Range(0, costCount).Select(one => (long)((cost(one) / 2) + random.Next((cost(one) + 1) / 2 + 1)))];
            targets.Add(AttackTarget.Of(AttackElement.Arc(edge), new AttackLevel([.. costs.Select(one => long.Max(1, one))], [0])));
        }
    }

    /// <summary>
    /// The reduction that shows the problem strongly NP-hard (R. K. Wood 1993): attacks spare the edges of a clique if there is one.
    /// </summary>
    private static InterdictionProblem Clique(int nodeCount, int cliqueSize)
    {
        var random = new Random(5);
        var builder = new FlowGraphBuilder();
        var (source, sink, first) = (builder.AddNode(), builder.AddNode(), 2);
        builder.AddNodes(nodeCount);
        var targets = ImmutableArray.CreateBuilder<AttackTarget>();
        for (var a = 0; a < nodeCount; a++)
        {
            builder.AddArc(first + a, sink, 1);
            for (var b = a + 1; b < nodeCount; b++)
            {
                if (random.Next(100) >= 60)
                    continue;
                var edge = builder.AddNode();
                targets.Add(AttackTarget.Arc(builder.AddArc(source, edge, 2), 1));
                builder.AddArc(edge, first + a, 1);
                builder.AddArc(edge, first + b, 1);
            }
        }

        return new InterdictionProblem(builder.Build(), source, sink, targets.ToImmutable(), targets.Count - (cliqueSize * (cliqueSize - 1) / 2));
    }
}
