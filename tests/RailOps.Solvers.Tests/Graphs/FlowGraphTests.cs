using NUnit.Framework;
using RailOps.Solvers.Graphs;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Graphs;

[TestFixture]
public sealed class FlowGraphTests
{
    [Test]
    public void Ids_follow_the_order_of_insertion_edges_included()
    {
        var builder = new FlowGraphBuilder();
        Assert.That(builder.AddNode(), Is.Zero);
        Assert.That(builder.AddNodes(3), Is.EqualTo(1));
        Assert.That(builder.AddArc(0, 1, 5), Is.Zero);
        Assert.That(builder.AddEdge(2, 1, 6), Is.EqualTo(1));
        Assert.That(builder.AddArc(3, 3, FlowGraph.Unlimited), Is.EqualTo(2));
        builder.SetNodeCapacity(2, 8);
        var graph = builder.Build();
        Assert.That((graph.Tail(1), graph.Head(1), graph.Capacity(1), graph.IsDirected(1)), Is.EqualTo((2, 1, 6L, false)));
        Assert.That(graph.IncidentArcs(1).ToArray(), Is.EqualTo(new[] { 0, 1 }));
        Assert.That(graph.IncidentArcs(3).ToArray(), Is.EqualTo(new[] { 2 }));
        Assert.That((graph.NodeCapacity(2), graph.NodeCapacity(1)), Is.EqualTo((8L, FlowGraph.Unlimited)));
        Assert.That(graph.FiniteTotal == 5 + (2 * 6) + 8, Is.True);
    }

    [Test]
    public void What_cannot_be_is_refused_with_the_value()
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(2);
        Assert.That(() => builder.AddArc(0, 1, -7), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("-7"));
        Assert.That(() => builder.AddEdge(0, 2, 1), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("2 nodes"));
        Assert.That(() => builder.SetNodeCapacity(1, -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(builder.ArcCount, Is.Zero);
    }

    [Test]
    public void A_built_graph_does_not_follow_its_builder_and_a_copy_starts_equal()
    {
        var graph = RandomNetwork.Mixed(new Random(3), nodeCount: 6, arcCount: 12, largestCapacity: 9);
        var builder = FlowGraphBuilder.From(graph);
        var copy = builder.Build();
        builder.AddArc(0, 1, 4);
        Assert.That(copy.ArcCount, Is.EqualTo(graph.ArcCount));
        Assert.That(copy.Capacities.ToArray(), Is.EqualTo(graph.Capacities.ToArray()));
        Assert.That(copy.NodeCapacities.ToArray(), Is.EqualTo(graph.NodeCapacities.ToArray()));
        Assert.That(copy.Tails.ToArray().Concat(copy.Heads.ToArray()), Is.EqualTo(graph.Tails.ToArray().Concat(graph.Heads.ToArray())));
        Assert.That(Enumerable.Range(0, 6).Select(copy.IsNodeLimitable), Is.EqualTo(Enumerable.Range(0, 6).Select(graph.IsNodeLimitable)));
    }

    [Test]
    public void Other_capacities_give_the_graph_that_would_have_been_built_with_them_and_leave_the_first_as_it_was()
    {
        FlowGraph Built(long arc, long edge)
        {
            var builder = new FlowGraphBuilder();
            builder.AddNodes(3);
            builder.AddArc(0, 1, arc);
            builder.AddEdge(1, 2, edge);
            builder.SetNodeCapacity(1, 40);
            return builder.Build();
        }

        var first = Built(7, 5);
        var other = first.With(new Dictionary<int, long> { [0] = FlowGraph.Unlimited, [1] = 0 });
        var expected = Built(FlowGraph.Unlimited, 0);
        Assert.That(other.Capacities.ToArray(), Is.EqualTo(expected.Capacities.ToArray()));
        Assert.That((other.FiniteTotal, first.FiniteTotal), Is.EqualTo((expected.FiniteTotal, (Int128)57)));
        Assert.That(first.Capacities.ToArray(), Is.EqualTo(new long[] { 7, 5 }));
        Assert.That((other.NodeCapacity(1), other.IsNodeLimitable(1), other.IncidentArcs(1).ToArray()), Is.EqualTo((40L, true, new[] { 0, 1 })));
        Assert.That(() => first.With(new Dictionary<int, long> { [0] = -1 }), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => first.With(new Dictionary<int, long> { [2] = 1 }), Throws.TypeOf<IndexOutOfRangeException>());
    }

    [Test]
    public void A_network_in_text_that_makes_no_sense_names_the_line()
    {
        Assert.That(() => AsciiNetwork.Parse("a -> b 3\n a => b 3"), Throws.InstanceOf<FormatException>().With.Message.Contains("a => b 3"));
    }
}
