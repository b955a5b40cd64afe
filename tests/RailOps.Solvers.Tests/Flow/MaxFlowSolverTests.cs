using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Flow;

/// <summary>What every maximum-flow solver promises.</summary>
[TestFixtureSource(typeof(MaxFlowSolvers), nameof(MaxFlowSolvers.All))]
public sealed class MaxFlowSolverTests(IMaxFlowSolver solver)
{
    [Test]
    public void Two_lines_in_a_row_carry_what_the_weaker_carries()
    {
        var net = AsciiNetwork.Parse("s -> a 7\n a -> t 4");
        var result = Solve(net.Graph, net["s"], net["t"]);
        Assert.That(result.Value, Is.EqualTo(4));
        Assert.That(result.ArcFlow, Is.EqualTo(new long[] { 4, 4 }));
        Assert.That(result.CutArcs, Is.EqualTo(new[] { 1 }));
        Assert.That(result.CutIsUnique, Is.True);
    }

    [Test]
    public void The_network_of_Cormen_Leiserson_Rivest_and_Stein_carries_23()
    {
        // Introduction to Algorithms, third edition, figure 26.1.
        var net = AsciiNetwork.Parse(
            "s -> v1 16\n s -> v2 13\n v1 -> v3 12\n v2 -> v1 4\n v2 -> v4 14\n v3 -> v2 9\n v3 -> t 20\n v4 -> v3 7\n v4 -> t 4");
        var result = Solve(net.Graph, net["s"], net["t"]);
        Assert.That(result.Value, Is.EqualTo(23));
        Assert.That(result.CutArcs, Is.EqualTo(new[] { 2, 7, 8 }));
    }

    [Test]
    public void The_zigzag_of_Ford_and_Fulkerson_takes_few_steps()
    {
        // Flows in Networks (1962): a bad choice of paths takes one unit at a time over the middle arc.
        var net = AsciiNetwork.Parse(
            "s -> a 1000000000000\n s -> b 1000000000000\n a -> b 1\n a -> t 1000000000000\n b -> t 1000000000000");
        var result = Solve(net.Graph, net["s"], net["t"]);
        Assert.That(result.Value, Is.EqualTo(2_000_000_000_000));
        Assert.That(result.Statistics.AugmentationCount, Is.LessThanOrEqualTo(4));
        Assert.That(result.Statistics.RelabelCount, Is.LessThanOrEqualTo(12));
    }

    [Test]
    public void Every_net_of_three_nodes_with_capacities_up_to_three_agrees_with_trying_all_cuts()
    {
        for (var code = 0; code < 4096; code++)
            RequireSameAsBruteForce(Complete(nodeCount: 3, code, levelCount: 4));
    }

    [Test]
    public void Every_net_of_four_nodes_with_unit_arcs_agrees_with_trying_all_cuts()
    {
        for (var code = 0; code < 4096; code++)
            RequireSameAsBruteForce(Complete(nodeCount: 4, code, levelCount: 2));
    }

    [Test]
    public void A_thousand_random_nets_agree_with_Edmonds_Karp_and_some_with_all_cuts()
    {
        for (var seed = 0; seed < 1200; seed++)
        {
            var random = new Random(seed);
            var graph = RandomNetwork.Mixed(random, 4 + random.Next(9), random.Next(40), largestCapacity: 1 + random.Next(30));
            var (sources, sinks) = Terminals(random, graph.NodeCount);
            var value = Solve(graph, sources, sinks).Value;
            Assert.That(EdmondsKarpReference.Value(graph, sources, sinks) == value, Is.True, $"seed {seed}");
            RequireSameCutAsDinic(graph, sources, sinks);
            if (graph.NodeCount <= 8)
                Assert.That(BruteForceCut.Smallest(graph, sources, sinks), Is.EqualTo(value), $"seed {seed}");
        }
    }

    [Test]
    public void The_cut_is_called_unique_exactly_if_no_other_set_of_arcs_does_it()
    {
        var unique = AsciiNetwork.Parse("s -> a 3\n a -> t 5\n s -- lonely 0");
        Assert.That(Solve(unique.Graph, unique["s"], unique["t"]).CutIsUnique, Is.True);
        var chain = AsciiNetwork.Parse("s -> a 3\n a -> t 3");
        Assert.That(Solve(chain.Graph, chain["s"], chain["t"]).CutIsUnique, Is.False);
        var apart = AsciiNetwork.Parse("s -> a 3\n b -> t 3\n c -> d 1");
        Assert.That(Solve(apart.Graph, apart["s"], apart["t"]).CutIsUnique, Is.True, "nothing need be cut");
    }

    [Test]
    public void Self_loops_carry_nothing_and_parallel_arcs_stay_apart()
    {
        var net = AsciiNetwork.Parse("s -> s 9\n s -> t 2\n s -> t 3\n t -- t 1");
        var result = Solve(net.Graph, net["s"], net["t"]);
        Assert.That(result.ArcFlow, Is.EqualTo(new long[] { 0, 2, 3, 0 }));
    }

    [Test]
    public void An_unlimited_path_is_an_answer_with_the_path()
    {
        var net = AsciiNetwork.Parse("s -> a *\n t -- a *\n a [*]");
        var result = Solve(net.Graph, net["s"], net["t"]);
        Assert.That(result.Termination, Is.EqualTo(Termination.Unbounded));
        Assert.That(result.UnlimitedPath, Is.EqualTo(new[] { 0, 1 }));
        Assert.That(result.Certificate, Is.Null);
    }

    [Test]
    public void Unlimited_arcs_that_do_not_reach_the_sink_leave_a_finite_answer()
    {
        var net = AsciiNetwork.Parse("s -> a *\n a -- b *\n b -> t 6\n t -> c *");
        Assert.That(Solve(net.Graph, net["s"], net["t"]).Value, Is.EqualTo(6));
    }

    [Test]
    public void A_total_at_the_limit_is_solved_and_one_past_it_is_out_of_range()
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(3);
        builder.AddArc(0, 1, FlowGraph.LargestTotal - 2);
        builder.AddEdge(1, 2, 1);
        Assert.That(Solve(builder.Build(), 0, 2).Value, Is.EqualTo(1));
        builder.AddArc(0, 2, 1);
        var result = Solve(builder.Build(), 0, 2);
        Assert.That(result.Termination, Is.EqualTo(Termination.OutOfRange));
        Assert.That(() => new MaxFlowSession(builder.Build(), 0, 2), Throws.InstanceOf<OverflowException>().With.Message.Contains("288230376151711745"));
    }

    [Test]
    public void Sums_that_would_wrap_round_are_out_of_range_too()
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(2);
        for (var arc = 0; arc < 5; arc++)
            builder.AddArc(0, 1, FlowGraph.Unlimited - 1);
        Assert.That(Solve(builder.Build(), 0, 1).Termination, Is.EqualTo(Termination.OutOfRange));
    }

    [Test]
    public void Stopped_or_out_of_time_it_gives_the_flow_so_far()
    {
        var graph = RandomNetwork.Grid(new Random(1), width: 20, height: 20, largestCapacity: 1000);
        int[] sources = [0], sinks = [399];
        var stopped = solver.Solve(graph, sources, sinks, SolveOptions.Default, new CancellationToken(canceled: true));
        var late = solver.Solve(graph, sources, sinks, new SolveOptions { TimeLimit = TimeSpan.Zero }, CancellationToken.None);
        Assert.That(stopped.Termination, Is.EqualTo(Termination.Stopped));
        Assert.That(late.Termination, Is.EqualTo(Termination.TimeLimit));
        foreach (var result in new[] { stopped, late })
            Assert.That(MaxFlowChecker.Check(graph, sources, sinks, result), Is.EqualTo(CheckReport.Accepted(ProofKind.None)));
    }

    [Test]
    public void Terminals_that_overlap_are_missing_or_are_not_there_are_refused()
    {
        var graph = AsciiNetwork.Parse("s -> t 1").Graph;
        Assert.That(() => Solve(graph, [0, 1], [1]), Throws.ArgumentException.With.Message.Contains("node 1 is both"));
        Assert.That(() => Solve(graph, [], [1]), Throws.ArgumentException.With.Message.Contains("at least one"));
        Assert.That(() => Solve(graph, [0], [2]), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private MaxFlowResult Solve(FlowGraph graph, int source, int sink) => Solve(graph, [source], [sink]);

    private MaxFlowResult Solve(FlowGraph graph, int[] sources, int[] sinks) => Certified.MaxFlow(solver, graph, sources, sinks);

    private static FlowGraph Complete(int nodeCount, int code, int levelCount)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(nodeCount);
        for (var pair = 0; pair < nodeCount * nodeCount; pair++)
        {
            if (pair / nodeCount == pair % nodeCount)
                continue;
            builder.AddArc(pair / nodeCount, pair % nodeCount, code % levelCount);
            code /= levelCount;
        }

        return builder.Build();
    }

    private void RequireSameAsBruteForce(FlowGraph graph)
    {
        var sink = graph.NodeCount - 1;
        Assert.That(Solve(graph, 0, sink).Value, Is.EqualTo(BruteForceCut.Smallest(graph, [0], [sink])));
    }

    private void RequireSameCutAsDinic(FlowGraph graph, int[] sources, int[] sinks)
    {
        var (result, dinic) = (Solve(graph, sources, sinks), Certified.MaxFlow(graph, sources, sinks));
        Assert.That(result.SourceSide, Is.EqualTo(dinic.SourceSide));
        Assert.That(result.CutNodes, Is.EqualTo(dinic.CutNodes));
        Assert.That(result.CutIsUnique, Is.EqualTo(dinic.CutIsUnique));
        Assert.That(Solve(graph, sources, sinks).ArcFlow, Is.EqualTo(result.ArcFlow), "the same question has the same answer");
    }

    private static (int[] Sources, int[] Sinks) Terminals(Random random, int nodeCount)
    {
        var nodes = Enumerable.Range(0, nodeCount).OrderBy(_ => random.Next()).ToArray();
        var sourceCount = 1 + random.Next(2);
        return (nodes[..sourceCount], nodes[sourceCount..(sourceCount + 1 + random.Next(2))]);
    }
}
