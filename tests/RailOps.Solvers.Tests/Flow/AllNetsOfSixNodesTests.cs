using System.Collections.Immutable;
using System.Numerics;
using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Flow;

/// <summary>
/// Every undirected net of up to six nodes with edges of 1, against the 2^(n-2) cuts tried one by one: its largest flow by each engine, and the worst loss
/// of one and of two edges. Removing k edges of a cut leaves k less of it, so the answer to the second is read off the cuts too.
/// </summary>
public sealed class AllNetsOfSixNodesTests
{
    private static readonly IMaxFlowSolver[] Engines = [new DinicMaxFlowSolver(), new PushRelabelMaxFlowSolver(), new PseudoflowMinCutSolver()];

    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    public void The_largest_flow_of_every_net_is_its_smallest_cut(int nodeCount)
    {
        var cuts = Cuts(nodeCount);
        for (var net = 0; net < NetCount(nodeCount); net++)
        {
            var (graph, smallest) = (Graph(nodeCount, net), cuts.Min(cut => BitOperations.PopCount((uint)(net & cut))));
            foreach (var engine in Engines)
            {
                if (Certified.MaxFlow(engine, graph, [0], [nodeCount - 1]).Value != smallest)
                    Assert.Fail($"{engine.Name}, {nodeCount} nodes, edges {net:b}: the smallest cut has {smallest}.");
            }
        }
    }

    [TestCase(3, 1)]
    [TestCase(4, 2)]
    [TestCase(5, 1)]
    [TestCase(5, 2)]
    [TestCase(6, 1)]
    [TestCase(6, 2)]
    public void The_worst_loss_of_edges_of_every_net_is_the_smallest_cut_less_these(int nodeCount, int lost)
    {
        var cuts = Cuts(nodeCount);
        for (var net = 0; net < NetCount(nodeCount); net++)
        {
            var graph = Graph(nodeCount, net);
            var targets = Enumerable.Range(0, graph.ArcCount).Select(arc => AttackTarget.Arc(arc, 1)).ToImmutableArray();
            var problem = new InterdictionProblem(graph, [0], [nodeCount - 1], targets, [lost]);
            var result = new LagrangianInterdictionSolver().Solve(problem, InterdictionOptions.Default, progress: null, CancellationToken.None);
            var left = int.Max(0, cuts.Min(cut => BitOperations.PopCount((uint)(net & cut))) - lost);
            if (result.Termination != Termination.Optimal || result.Value != left || InterdictionChecker.Check(problem, result) is not { IsAccepted: true, Proof: ProofKind.Certified })
                Assert.Fail($"{nodeCount} nodes, edges {net:b}, {lost} lost: {left} should be left, proved, but {result.Value} are ({result.Termination}).");
        }
    }

    private static int NetCount(int nodeCount) => 1 << (nodeCount * (nodeCount - 1) / 2);

    private static IEnumerable<(int Edge, int One, int Other)> Edges(int nodeCount)
    {
        var edge = 0;
        for (var one = 0; one < nodeCount; one++)
        {
            for (var other = one + 1; other < nodeCount; other++)
                yield return (edge++, one, other);
        }
    }

    /// <summary>The edges, as bits, that cross each set of nodes with the first and without the last.</summary>
    private static int[] Cuts(int nodeCount) =>
    [
        .. Enumerable.Range(0, 1 << (nodeCount - 2))
            .Select(inner => 1 | (inner << 1))
            .Select(side => Edges(nodeCount).Where(e => ((side >> e.One) & 1) != ((side >> e.Other) & 1)).Aggregate(0, (cut, e) => cut | (1 << e.Edge))),
    ];

    private static FlowGraph Graph(int nodeCount, int net)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(nodeCount);
        foreach (var (edge, one, other) in Edges(nodeCount))
        {
            if (((net >> edge) & 1) != 0)
                builder.AddEdge(one, other, 1);
        }

        return builder.Build();
    }
}
