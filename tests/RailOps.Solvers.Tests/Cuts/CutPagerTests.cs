using NUnit.Framework;
using RailOps.Solvers.Cuts;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Cuts;

[TestFixture]
public sealed class CutPagerTests
{
    [Test]
    public void All_minimum_cuts_are_found_once_each_as_trying_all_sets_shows()
    {
        var most = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            var graph = Small(new Random(seed));
            var all = BruteForceMinimalCuts.All(graph, 0, graph.NodeCount - 1);
            var least = all.Values.Min();
            var found = Names(graph, CutPager.MinimumCuts(Solved(graph)));
            Assert.That(found, Is.EquivalentTo(all.Where(cut => cut.Value == least).Select(cut => cut.Key)), $"seed {seed}");
            most = int.Max(most, found.Count);
        }

        Assert.That(most, Is.GreaterThan(4), "some net should have several");
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(1000)]
    public void All_minimal_cuts_within_the_tolerance_are_found_once_each(long tolerance)
    {
        for (var seed = 0; seed < 250; seed++)
        {
            var graph = Small(new Random(seed));
            var all = BruteForceMinimalCuts.All(graph, 0, graph.NodeCount - 1);
            var least = all.Values.Min();
            var pager = CutPager.NearMinimumCuts(graph, [0], [graph.NodeCount - 1], tolerance);
            Assert.That(pager.Minimum, Is.EqualTo(least), $"seed {seed}");
            Assert.That(Names(graph, pager), Is.EquivalentTo(all.Where(cut => cut.Value <= least + tolerance).Select(cut => cut.Key)), $"seed {seed}");
        }
    }

    [Test]
    public void A_chain_of_equal_links_has_a_minimum_cut_at_each_the_nearest_first()
    {
        var net = AsciiNetwork.Parse("s -> a 3\n a -> b 3\n b -> c 4\n c -> t 3");
        using var pager = CutPager.MinimumCuts(Solved(net.Graph, net["s"], net["t"]));
        var first = pager.NextPage(2, CancellationToken.None);
        var second = pager.NextPage(2, CancellationToken.None);
        Assert.That(first.Cuts.Select(cut => Name(net.Graph, cut)), Is.EqualTo(new[] { "0|", "1|" }));
        Assert.That(first.IsLast, Is.False);
        Assert.That(second.Cuts.Select(cut => Name(net.Graph, cut)), Is.EqualTo(new[] { "3|" }));
        Assert.That(second.IsLast, Is.True);
        Assert.That(pager.NextPage(2, CancellationToken.None).Cuts, Is.Empty);
    }

    [Test]
    public void A_page_of_a_million_million_cuts_is_there_at_once()
    {
        // Forty lines side by side, two equal links each: 2^40 minimum cuts.
        var builder = new FlowGraphBuilder();
        builder.AddNodes(42);
        for (var line = 2; line < 42; line++)
        {
            builder.AddArc(0, line, 1);
            builder.AddArc(line, 1, 1);
        }

        using var pager = CutPager.MinimumCuts(Solved(builder.Build(), 0, 1));
        var page = pager.NextPage(100, CancellationToken.None);
        Assert.That(page.Cuts, Has.Length.EqualTo(100));
        Assert.That(page.Cuts.All(cut => cut.Capacity == 40), Is.True);
        Assert.That(page.IsLast, Is.False);
    }

    [Test]
    public void Cancelled_it_says_so_and_goes_on_when_asked_again()
    {
        var net = AsciiNetwork.Parse("s -> a 3\n a -> t 3");
        using var pager = CutPager.NearMinimumCuts(net.Graph, [net["s"]], [net["t"]], 0);
        var stopped = pager.NextPage(5, new CancellationToken(canceled: true));
        Assert.That((stopped.Cuts.Length, stopped.IsLast, stopped.Termination), Is.EqualTo((0, false, Termination.Stopped)));
        Assert.That(pager.NextPage(5, CancellationToken.None).Cuts, Has.Length.EqualTo(2));
    }

    [Test]
    public void Nothing_to_cut_is_one_empty_cut()
    {
        var net = AsciiNetwork.Parse("s -> a 3\n b -> t 3");
        Assert.That(Names(net.Graph, CutPager.MinimumCuts(Solved(net.Graph, net["s"], net["t"]))), Is.EqualTo(new[] { "|" }));
        Assert.That(Names(net.Graph, CutPager.NearMinimumCuts(net.Graph, [net["s"]], [net["t"]], 9)), Is.EqualTo(new[] { "|" }));
    }

    [Test]
    public void What_has_no_finite_cut_is_refused()
    {
        var net = AsciiNetwork.Parse("s -> t *");
        Assert.That(() => CutPager.NearMinimumCuts(net.Graph, [net["s"]], [net["t"]], 0), Throws.InvalidOperationException);
        Assert.That(() => CutPager.NearMinimumCuts(net.Graph, [net["s"]], [net["t"]], -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static FlowGraph Small(Random random)
    {
        var nodeCount = 3 + random.Next(4);
        var builder = new FlowGraphBuilder();
        builder.AddNodes(nodeCount);
        for (var arc = 0; arc < 4 + random.Next(7); arc++)
        {
            var (tail, head, capacity) = (random.Next(nodeCount), random.Next(nodeCount), random.Next(4));
            _ = random.Next(2) == 0 ? builder.AddEdge(tail, head, capacity) : builder.AddArc(tail, head, capacity);
        }

        builder.AddArc(random.Next(nodeCount - 1), nodeCount - 1, 1 + random.Next(3));
        for (var node = 0; node < nodeCount; node++)
        {
            if (random.Next(4) == 0)
                builder.SetNodeCapacity(node, random.Next(5));
        }

        return builder.Build();
    }

    private static MaxFlowSession Solved(FlowGraph graph) => Solved(graph, 0, graph.NodeCount - 1);

    private static MaxFlowSession Solved(FlowGraph graph, int source, int sink)
    {
        var session = new MaxFlowSession(graph, source, sink);
        Certified.Augment(session, source, sink);
        return session;
    }

    private static List<string> Names(FlowGraph graph, CutPager pager)
    {
        using (pager)
            return [.. pager.NextPage(100_000, CancellationToken.None).Cuts.Select(cut => Name(graph, cut))];
    }

    private static string Name(FlowGraph graph, NodeCut cut) => BruteForceMinimalCuts.Name(
        CutArithmetic.PositiveCutArcs(graph, cut), cut.CutNodes.Where(node => graph.NodeCapacity(node) > 0));
}
