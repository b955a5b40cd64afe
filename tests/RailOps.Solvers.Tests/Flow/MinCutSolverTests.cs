using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Flow;

/// <summary>What every minimum-cut solver promises.</summary>
[TestFixtureSource(typeof(MaxFlowSolvers), nameof(MaxFlowSolvers.All))]
public sealed class MinCutSolverTests(IMaxFlowSolver method)
{
    private readonly IMinCutSolver _solver = (IMinCutSolver)method;

    [Test]
    public void Three_thousand_random_nets_have_the_cut_that_the_certified_flow_has()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var graph = RandomNetwork.Mixed(random, 3 + random.Next(20), random.Next(70), largestCapacity: 1 + random.Next(30));
            var (flow, cut) = (Certified.MaxFlow(graph, 0, graph.NodeCount - 1), Solve(graph, 0, graph.NodeCount - 1));
            Assert.That(cut.Value, Is.EqualTo(flow.Value), $"seed {seed}");
            Assert.That(cut.Cut!.SourceSide, Is.EqualTo(flow.SourceSide), $"seed {seed}");
            Assert.That(cut.CutArcs, Is.EqualTo(flow.CutArcs), $"seed {seed}");
            Assert.That(cut.CutNodes, Is.EqualTo(flow.CutNodes), $"seed {seed}");
        }
    }

    [Test]
    public void Unlimited_parts_anywhere_agree_with_trying_all_cuts()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var graph = WithUnlimited(random, 3 + random.Next(5));
            var smallest = BruteForceCut.Smallest(graph, [0, 1], [graph.NodeCount - 1]);
            var cut = _solver.SolveMinCut(graph, [0, 1], [graph.NodeCount - 1], SolveOptions.Default, CancellationToken.None);
            Assert.That(cut.Termination, Is.EqualTo(smallest is null ? Termination.Unbounded : Termination.Optimal), $"seed {seed}");
            Assert.That(cut.Value, Is.EqualTo(smallest ?? FlowGraph.Unlimited), $"seed {seed}");
            Assert.That(Certified.MaxFlow(method, graph, [0, 1], [graph.NodeCount - 1]).Value, Is.EqualTo(cut.Value), $"seed {seed}");
        }
    }

    [Test]
    public void Many_unlimited_sources_of_the_largest_total_do_not_overflow()
    {
        var builder = new FlowGraphBuilder();
        var hub = builder.AddNodes(102);
        for (var node = 1; node <= 100; node++)
            builder.AddEdge(node, hub, FlowGraph.Unlimited);
        builder.AddArc(hub, 101, FlowGraph.LargestTotal);
        int[] sources = [.. Enumerable.Range(1, 100)];
        Assert.That(Certified.MaxFlow(method, builder.Build(), sources, [101]).Value, Is.EqualTo(FlowGraph.LargestTotal));
    }

    [Test]
    public void A_chain_of_a_hundred_thousand_nodes_needs_no_stack()
    {
        const int NodeCount = 100_000;
        var builder = new FlowGraphBuilder();
        builder.AddNodes(NodeCount);
        for (var node = 1; node < NodeCount; node++)
            builder.AddEdge(node - 1, node, node == NodeCount / 2 ? 3 : 5);
        Assert.That(Certified.MaxFlow(method, builder.Build(), [0], [NodeCount - 1]).Value, Is.EqualTo(3));
    }

    [Test]
    public void Stopped_at_any_step_it_leaves_a_feasible_flow_and_no_cut()
    {
        var graph = RandomNetwork.Grid(new Random(3), width: 12, height: 12, largestCapacity: 100);
        var wasStopped = false;
        for (var looks = 1; looks < 120; looks += 3)
        {
            var options = new SolveOptions { CheckInterval = 1, TimeLimit = TimeSpan.FromTicks(looks), TimeProvider = new CountingClock() };
            var result = method.Solve(graph, [0], [143], options, CancellationToken.None);
            Assert.That(MaxFlowChecker.Check(graph, [0], [143], result).IsAccepted, Is.True, $"{looks} looks");
            wasStopped |= result.Termination == Termination.TimeLimit;
            var cut = _solver.SolveMinCut(graph, [0], [143], options with { TimeProvider = new CountingClock() }, CancellationToken.None);
            Assert.That(cut.Cut is null, Is.EqualTo(cut.Termination == Termination.TimeLimit), $"{looks} looks");
        }

        Assert.That(wasStopped, Is.True);
    }

    [Test]
    public void What_cannot_be_added_up_is_out_of_range()
    {
        var net = AsciiNetwork.Parse($"s -> t {FlowGraph.LargestTotal}\n s -> t 1");
        var result = Solve(net.Graph, net["s"], net["t"]);
        Assert.That((result.Termination, result.Value, result.Cut), Is.EqualTo((Termination.OutOfRange, (long?)null, (NodeCut?)null)));
    }

    private static FlowGraph WithUnlimited(Random random, int nodeCount)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(nodeCount);
        for (var arc = 0; arc < 2 * nodeCount; arc++)
        {
            var capacity = random.Next(3) == 0 ? FlowGraph.Unlimited : random.Next(20);
            var (tail, head) = (random.Next(nodeCount), random.Next(nodeCount));
            _ = random.Next(2) == 0 ? builder.AddEdge(tail, head, capacity) : builder.AddArc(tail, head, capacity);
        }

        for (var node = 0; node < nodeCount; node++)
        {
            if (random.Next(3) == 0)
                builder.SetNodeCapacity(node, random.Next(12));
        }

        return builder.Build();
    }

    private MinCutResult Solve(FlowGraph graph, int source, int sink) =>
        _solver.SolveMinCut(graph, [source], [sink], SolveOptions.Default, CancellationToken.None);

    /// <summary>A clock that moves on by one tick each time it is looked at.</summary>
    private sealed class CountingClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now++;
    }
}
