using NUnit.Framework;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Flow;

[TestFixture]
public sealed class MaxFlowSessionTests
{
    [Test]
    public void Any_sequence_of_capacity_changes_ends_where_solving_from_scratch_ends()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var graph = RandomNetwork.Mixed(random, nodeCount: 2 + random.Next(9), arcCount: random.Next(30), largestCapacity: 12);
            var sink = graph.NodeCount - 1;
            var session = new MaxFlowSession(graph, 0, sink);
            for (var step = 0; step < 12; step++)
            {
                ChangeSomething(session, random);
                if (random.Next(3) > 0)
                    RequireSameAsFromScratch(session, sink, seed);
            }
        }
    }

    [Test]
    public void A_lowered_arc_is_repaired_round_a_detour_of_equal_capacity()
    {
        var net = AsciiNetwork.Parse("s -> a 5\n a -> t 5\n a -> b 5\n b -> t 5");
        var session = new MaxFlowSession(net.Graph, net["s"], net["t"]);
        Assert.That(Certified.Augment(session, net["s"], net["t"]), Is.EqualTo(5));
        session.SetCapacity(1, 0);
        Assert.That(session.Value, Is.EqualTo(5), "the detour takes it all");
        Assert.That(Certified.Augment(session, net["s"], net["t"]), Is.EqualTo(5));
    }

    [Test]
    public void An_edge_carries_signed_flow_and_both_ways_can_be_repaired()
    {
        var net = AsciiNetwork.Parse("t -- a 4\n a -- s 6");
        var session = new MaxFlowSession(net.Graph, net["s"], net["t"]);
        Certified.Augment(session, net["s"], net["t"]);
        Assert.That(session.NetFlow(0), Is.EqualTo(-4));
        session.SetCapacity(0, 3);
        Assert.That(session.Value, Is.EqualTo(3));
        session.SetCapacity(0, 9);
        Assert.That(Certified.Augment(session, net["s"], net["t"]), Is.EqualTo(6));
    }

    [Test]
    public void A_node_limit_is_reported_as_the_cut()
    {
        var net = AsciiNetwork.Parse("s -> a 9\n a -> t 9\n a [4]");
        var session = new MaxFlowSession(net.Graph, net["s"], net["t"]);
        Assert.That(Certified.Augment(session, net["s"], net["t"]), Is.EqualTo(4));
        Assert.That(session.CutNodes, Is.EqualTo(new[] { net["a"] }));
        Assert.That(session.MinimalSourceSide(), Is.EqualTo(new[] { true, true, false }));
        Assert.That(session.CutIsUnique, Is.True);
        session.SetNodeCapacity(net["a"], 20);
        Assert.That(Certified.Augment(session, net["s"], net["t"]), Is.EqualTo(9));
        Assert.That(session.CutIsUnique, Is.False);
    }

    [Test]
    public void Terminals_obey_their_own_limits()
    {
        var net = AsciiNetwork.Parse("s -> t 9\n s [7]\n t [8]");
        var session = new MaxFlowSession(net.Graph, net["s"], net["t"]);
        Assert.That(Certified.Augment(session, net["s"], net["t"]), Is.EqualTo(7));
        session.SetNodeCapacity(net["s"], FlowGraph.Unlimited);
        Assert.That(Certified.Augment(session, net["s"], net["t"]), Is.EqualTo(8));
    }

    [Test]
    public void An_unlimited_path_is_named_and_goes_away_when_a_link_of_it_is_limited()
    {
        var net = AsciiNetwork.Parse("s -> a *\n s -> t 3\n a -- b *\n b -> t *");
        var session = new MaxFlowSession(net.Graph, net["s"], net["t"]);
        Assert.That(session.Augment(CancellationToken.None), Is.EqualTo(FlowGraph.Unlimited));
        Assert.That(session.UnlimitedPath, Is.EqualTo(new[] { 0, 2, 3 }));
        Assert.That(session.MinimalSourceSide, Throws.InvalidOperationException.With.Message.Contains("no finite cut"));
        session.SetCapacity(2, 4);
        Assert.That(Certified.Augment(session, net["s"], net["t"]), Is.EqualTo(7));
        session.SetCapacity(2, FlowGraph.Unlimited);
        Assert.That(session.Augment(CancellationToken.None), Is.EqualTo(FlowGraph.Unlimited));
    }

    [Test]
    public void A_clone_goes_its_own_way_and_restoring_brings_everything_back()
    {
        var graph = RandomNetwork.Grid(new Random(5), width: 6, height: 5, largestCapacity: 40);
        var session = new MaxFlowSession(graph, 0, 29);
        var before = Certified.Augment(session, 0, 29);
        var saved = session.Clone();
        for (var arc = 0; arc < graph.ArcCount; arc += 3)
            session.SetCapacity(arc, 0);
        Assert.That(Certified.Augment(session, 0, 29), Is.LessThan(before));
        Assert.That(saved.Value, Is.EqualTo(before));
        session.RestoreFrom(saved);
        Assert.That(session.IsMaximal, Is.True);
        Assert.That(Certified.Augment(session, 0, 29), Is.EqualTo(before));
    }

    [Test]
    public void Many_changes_at_largest_capacities_stay_exact_beside_unlimited_arcs()
    {
        var net = AsciiNetwork.Parse("s -> a 1\n a -- b *\n b -- a *\n b -> t 1\n a -> t 0\n s -> b *");
        var session = new MaxFlowSession(net.Graph, net["s"], net["t"]);
        for (var round = 0; round < 200; round++)
        {
            session.SetCapacity(4, (round % 2) * (FlowGraph.LargestTotal / 2));
            session.SetCapacity(round % 3, round % 5 == 0 ? FlowGraph.LargestTotal / 8 : FlowGraph.Unlimited);
            RequireSameAsFromScratch(session, net["t"], round);
            session.SetCapacity((round + 1) % 3, 1);
            RequireSameAsFromScratch(session, net["t"], round);
        }
    }

    [Test]
    public void A_chain_of_a_hundred_thousand_nodes_needs_no_deep_stack()
    {
        const int NodeCount = 100_000;
        var builder = new FlowGraphBuilder();
        builder.AddNodes(NodeCount);
        for (var node = 1; node < NodeCount; node++)
            builder.AddArc(node - 1, node, 3 + (node % 7));
        var session = new MaxFlowSession(builder.Build(), 0, NodeCount - 1);
        Assert.That(Certified.Augment(session, 0, NodeCount - 1), Is.EqualTo(3));
        session.SetCapacity(50_000, 1);
        Assert.That(Certified.Augment(session, 0, NodeCount - 1), Is.EqualTo(1));
    }

    [Test]
    public void A_cancelled_token_leaves_a_feasible_flow_that_can_be_carried_on()
    {
        var graph = RandomNetwork.Grid(new Random(1), width: 20, height: 20, largestCapacity: 1000);
        var session = new MaxFlowSession(graph, 0, 399);
        session.Augment(new CancellationToken(canceled: true));
        Assert.That(session.IsMaximal, Is.False);
        Assert.That(() => session.CutIsUnique, Throws.InvalidOperationException.With.Message.Contains("Augment"));
        Assert.That(Certified.Augment(session, 0, 399), Is.GreaterThan(0));
    }

    [Test]
    public void Asking_again_without_a_change_augments_nothing()
    {
        var graph = RandomNetwork.Grid(new Random(2), width: 9, height: 9, largestCapacity: 50);
        var session = new MaxFlowSession(graph, 0, 80);
        session.Augment(CancellationToken.None);
        var count = session.AugmentationCount;
        session.Augment(CancellationToken.None);
        Assert.That(session.AugmentationCount, Is.EqualTo(count));
    }

    [Test]
    public void Changing_a_capacity_and_augmenting_allocates_nothing()
    {
        var graph = RandomNetwork.Grid(new Random(3), width: 12, height: 12, largestCapacity: 50);
        var session = new MaxFlowSession(graph, 0, 143);
        session.Augment(CancellationToken.None);
        Knock(session);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Knock(session);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero, "bytes");
    }

    [Test]
    public void A_capacity_that_breaks_the_range_is_refused_and_changes_nothing()
    {
        var net = AsciiNetwork.Parse("s -> t 5");
        var session = new MaxFlowSession(net.Graph, net["s"], net["t"]);
        Assert.That(() => session.SetCapacity(0, FlowGraph.LargestTotal + 1), Throws.InstanceOf<OverflowException>().With.Message.Contains("288230376151711745"));
        Assert.That(() => session.SetCapacity(0, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(Certified.Augment(session, net["s"], net["t"]), Is.EqualTo(5));
        session.SetCapacity(0, FlowGraph.LargestTotal);
        Assert.That(Certified.Augment(session, net["s"], net["t"]), Is.EqualTo(FlowGraph.LargestTotal));
    }

    private static void Knock(MaxFlowSession session)
    {
        for (var arc = 0; arc < session.Graph.ArcCount; arc++)
        {
            var capacity = session.CapacityOf(arc);
            session.SetCapacity(arc, 0);
            session.Augment(CancellationToken.None);
            session.SetCapacity(arc, capacity);
            session.Augment(CancellationToken.None);
        }
    }

    private static void ChangeSomething(MaxFlowSession session, Random random)
    {
        var graph = session.Graph;
        var node = random.Next(graph.NodeCount);
        var capacity = random.Next(15) == 0 ? FlowGraph.Unlimited : random.Next(14);
        if (graph.IsNodeLimitable(node))
            session.SetNodeCapacity(node, capacity);
        else if (graph.ArcCount > 0)
            session.SetCapacity(random.Next(graph.ArcCount), capacity);
    }

    private static void RequireSameAsFromScratch(MaxFlowSession session, int sink, int seed)
    {
        var value = Certified.Augment(session, 0, sink);
        var present = Certified.WithPresentCapacities(session);
        if (session.IsUnbounded)
        {
            Assert.That(EdmondsKarpReference.Value(present, [0], [sink]) > present.FiniteTotal, Is.True, $"seed {seed}");
            return;
        }

        Assert.That(EdmondsKarpReference.Value(present, [0], [sink]) == value, Is.True, $"seed {seed}: value {value}");
        var scratch = new MaxFlowSession(present, 0, sink);
        scratch.Augment(CancellationToken.None);
        Assert.That(session.MinimalSourceSide(), Is.EqualTo(scratch.MinimalSourceSide()), $"seed {seed}");
        Assert.That(session.MinimalSinkSide(), Is.EqualTo(scratch.MinimalSinkSide()), $"seed {seed}");
        Assert.That(session.CutIsUnique, Is.EqualTo(scratch.CutIsUnique), $"seed {seed}");
    }
}
