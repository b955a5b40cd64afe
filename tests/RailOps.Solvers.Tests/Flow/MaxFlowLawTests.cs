using NUnit.Framework;
using RailOps.Solvers.Graphs;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Flow;

[TestFixture]
public sealed class MaxFlowLawTests
{
    [FsCheck.NUnit.Property]
    public bool Relabelling_nodes_and_reordering_arcs_changes_no_value(int seed)
    {
        var random = new Random(seed);
        var graph = Net(random);
        var label = Enumerable.Range(0, graph.NodeCount).OrderBy(_ => random.Next()).ToArray();
        var arcs = Enumerable.Range(0, graph.ArcCount).OrderBy(_ => random.Next());
        var builder = new FlowGraphBuilder();
        builder.AddNodes(graph.NodeCount);
        foreach (var arc in arcs)
            Copy(builder, graph, arc, label[graph.Tail(arc)], label[graph.Head(arc)], graph.Capacity(arc));
        for (var node = 0; node < graph.NodeCount; node++)
            builder.SetNodeCapacity(label[node], graph.NodeCapacity(node));
        return Value(graph) == Certified.MaxFlow(builder.Build(), label[0], label[^1]).Value;
    }

    [FsCheck.NUnit.Property]
    public bool Multiplying_all_capacities_multiplies_the_value(int seed, byte factor)
    {
        var graph = Net(new Random(seed));
        return Value(Rebuild(graph, arc => graph.Capacity(arc) * factor, limit => limit * factor)) == Value(graph) * factor;
    }

    [FsCheck.NUnit.Property]
    public bool More_capacity_on_one_arc_never_lowers_the_value_and_adds_at_most_as_much(int seed, byte more)
    {
        var random = new Random(seed);
        var graph = Net(random);
        var chosen = random.Next(graph.ArcCount);
        var raised = Value(Rebuild(graph, arc => graph.Capacity(arc) + (arc == chosen ? more : 0), limit => limit));
        return raised >= Value(graph) && raised <= Value(graph) + more;
    }

    [FsCheck.NUnit.Property]
    public bool Splitting_every_arc_into_parallel_parts_keeps_the_value(int seed)
    {
        var random = new Random(seed);
        var graph = Net(random);
        var builder = Copy(graph, (into, arc) =>
        {
            var part = random.NextInt64(graph.Capacity(arc) + 1);
            Copy(into, graph, arc, graph.Tail(arc), graph.Head(arc), part);
            Copy(into, graph, arc, graph.Tail(arc), graph.Head(arc), graph.Capacity(arc) - part);
        });
        return Value(builder) == Value(graph);
    }

    [FsCheck.NUnit.Property]
    public bool An_edge_is_worth_as_much_as_two_arcs(int seed)
    {
        var graph = Net(new Random(seed));
        var arcsOnly = Copy(graph, (into, arc) =>
        {
            into.AddArc(graph.Tail(arc), graph.Head(arc), graph.Capacity(arc));
            if (!graph.IsDirected(arc))
                into.AddArc(graph.Head(arc), graph.Tail(arc), graph.Capacity(arc));
        });
        return Value(arcsOnly) == Value(graph);
    }

    [FsCheck.NUnit.Property]
    public bool Turning_everything_round_keeps_the_value(int seed)
    {
        var graph = Net(new Random(seed));
        var turned = Copy(graph, (into, arc) => Copy(into, graph, arc, graph.Head(arc), graph.Tail(arc), graph.Capacity(arc)));
        return Certified.MaxFlow(turned, graph.NodeCount - 1, 0).Value == Value(graph);
    }

    private static FlowGraph Net(Random random) =>
        RandomNetwork.Mixed(random, nodeCount: 2 + random.Next(10), arcCount: 1 + random.Next(35), largestCapacity: 50);

    private static long Value(FlowGraph graph) => Certified.MaxFlow(graph, 0, graph.NodeCount - 1).Value;

    private static FlowGraph Rebuild(FlowGraph graph, Func<int, long> capacity, Func<long, long> limit)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(graph.NodeCount);
        for (var arc = 0; arc < graph.ArcCount; arc++)
            Copy(builder, graph, arc, graph.Tail(arc), graph.Head(arc), capacity(arc));
        for (var node = 0; node < graph.NodeCount; node++)
        {
            if (graph.NodeCapacity(node) != FlowGraph.Unlimited)
                builder.SetNodeCapacity(node, limit(graph.NodeCapacity(node)));
        }

        return builder.Build();
    }

    private static FlowGraph Copy(FlowGraph graph, Action<FlowGraphBuilder, int> copyArc)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(graph.NodeCount);
        for (var arc = 0; arc < graph.ArcCount; arc++)
            copyArc(builder, arc);
        for (var node = 0; node < graph.NodeCount; node++)
            builder.SetNodeCapacity(node, graph.NodeCapacity(node));
        return builder.Build();
    }

    private static void Copy(FlowGraphBuilder into, FlowGraph graph, int arc, int tail, int head, long capacity)
    {
        if (graph.IsDirected(arc))
            into.AddArc(tail, head, capacity);
        else
            into.AddEdge(tail, head, capacity);
    }
}
