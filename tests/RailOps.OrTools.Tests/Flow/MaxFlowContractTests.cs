using NUnit.Framework;
using RailOps.OrTools.Flow;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.OrTools.Tests.Flow;

/// <summary>What every maximum-flow solver promises, asked of a native one and of OR-Tools alike.</summary>
[TestFixture("dinic")]
[TestFixture("or-tools-max-flow")]
public sealed class MaxFlowContractTests(string name)
{
    private IMaxFlowSolver _solver = null!;

    [OneTimeSetUp]
    public void Make()
    {
        if (name == "or-tools-max-flow")
            OrToolsHere.Require();
        IMaxFlowSolver[] all = [new DinicMaxFlowSolver(), new OrToolsMaxFlowSolver(OrToolsHere.Host)];
        _solver = all.Single(solver => solver.Name == name);
    }

    [Test]
    public void The_network_of_Cormen_Leiserson_Rivest_and_Stein_carries_23()
    {
        var net = AsciiNetwork.Parse(
            "s -> v1 16\n s -> v2 13\n v1 -> v3 12\n v2 -> v1 4\n v2 -> v4 14\n v3 -> v2 9\n v3 -> t 20\n v4 -> v3 7\n v4 -> t 4");
        var result = Certified.MaxFlow(_solver, net.Graph, [net["s"]], [net["t"]]);
        Assert.That(result.Value, Is.EqualTo(23));
        Assert.That(result.CutArcs, Is.EqualTo(new[] { 2, 7, 8 }));
    }

    [Test]
    public void Three_hundred_random_nets_with_edges_and_node_limits_and_several_terminals_agree_with_Edmonds_Karp_and_the_cut_of_push_relabel()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var graph = RandomNetwork.Mixed(random, 4 + random.Next(12), random.Next(60), largestCapacity: seed % 3 == 0 ? 1L << 44 : 1 + random.Next(30));
            int[] sources = random.Next(2) == 0 ? [0] : [0, 1];
            int[] sinks = random.Next(2) == 0 ? [graph.NodeCount - 1] : [graph.NodeCount - 2, graph.NodeCount - 1];
            var result = Certified.MaxFlow(_solver, graph, sources, sinks);
            var native = Certified.MaxFlow(new PushRelabelMaxFlowSolver(), graph, sources, sinks);
            Assert.That(EdmondsKarpReference.Value(graph, sources, sinks) == result.Value, Is.True, $"seed {seed}");
            Assert.That(result.SourceSide, Is.EqualTo(native.SourceSide), $"seed {seed}");
            Assert.That(result.CutNodes, Is.EqualTo(native.CutNodes), $"seed {seed}");
            Assert.That(result.CutIsUnique, Is.EqualTo(native.CutIsUnique), $"seed {seed}");
        }
    }

    [Test]
    public void A_rail_like_grid_of_ten_thousand_stations_has_the_value_that_pseudoflow_finds()
    {
        var graph = RandomNetwork.Grid(new Random(7), width: 100, height: 100, largestCapacity: 1_000_000);
        var native = Certified.MaxFlow(new PseudoflowMinCutSolver(), graph, [0], [graph.NodeCount - 1]);
        Assert.That(Certified.MaxFlow(_solver, graph, [0], [graph.NodeCount - 1]).Value, Is.EqualTo(native.Value));
    }

    [Test]
    public void An_unlimited_path_is_an_answer_with_the_path()
    {
        var net = AsciiNetwork.Parse("s -> a *\n t -- a *\n a [*]");
        var result = Certified.MaxFlow(_solver, net.Graph, [net["s"]], [net["t"]]);
        Assert.That(result.Termination, Is.EqualTo(Termination.Unbounded));
        Assert.That(result.UnlimitedPath, Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public void Unlimited_arcs_that_do_not_reach_the_sink_leave_a_finite_answer()
    {
        var net = AsciiNetwork.Parse("s -> a *\n a -- b *\n b -> t 6\n t -> c *");
        Assert.That(Certified.MaxFlow(_solver, net.Graph, [net["s"]], [net["t"]]).Value, Is.EqualTo(6));
    }

    [Test]
    public void A_total_at_the_limit_is_solved_and_one_past_it_is_out_of_range()
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(3);
        builder.AddArc(0, 1, FlowGraph.LargestTotal - 2);
        builder.AddEdge(1, 2, 1);
        Assert.That(Certified.MaxFlow(_solver, builder.Build(), [0], [2]).Value, Is.EqualTo(1));
        builder.AddArc(0, 2, 1);
        Assert.That(Certified.MaxFlow(_solver, builder.Build(), [0], [2]).Termination, Is.EqualTo(Termination.OutOfRange));
    }

    [Test]
    public void A_net_without_arcs_carries_nothing()
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(2);
        Assert.That(Certified.MaxFlow(_solver, builder.Build(), [0], [1]).Value, Is.Zero);
    }

    [Test]
    public void Stopped_or_out_of_time_it_gives_a_flow_that_is_one()
    {
        var graph = RandomNetwork.Grid(new Random(1), width: 20, height: 20, largestCapacity: 1000);
        int[] sources = [0], sinks = [399];
        var stopped = _solver.Solve(graph, sources, sinks, SolveOptions.Default, new CancellationToken(canceled: true));
        var late = _solver.Solve(graph, sources, sinks, new SolveOptions { TimeLimit = TimeSpan.Zero }, CancellationToken.None);
        Assert.That(stopped.Termination, Is.EqualTo(Termination.Stopped));
        Assert.That(late.Termination, Is.EqualTo(Termination.TimeLimit));
        foreach (var result in new[] { stopped, late })
            Assert.That(MaxFlowChecker.Check(graph, sources, sinks, result), Is.EqualTo(CheckReport.Accepted(ProofKind.None)));
    }

    [Test]
    public void Terminals_that_make_no_sense_are_refused()
    {
        var net = AsciiNetwork.Parse("s -> t 1");
        Assert.That(() => _solver.Solve(net.Graph, [0], [0], SolveOptions.Default, CancellationToken.None), Throws.ArgumentException);
        Assert.That(() => _solver.Solve(net.Graph, [], [1], SolveOptions.Default, CancellationToken.None), Throws.ArgumentException);
        Assert.That(() => _solver.Solve(net.Graph, [7], [1], SolveOptions.Default, CancellationToken.None), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
