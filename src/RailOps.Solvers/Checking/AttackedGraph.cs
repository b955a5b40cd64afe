using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>A graph after attacks, put together anew.</summary>
internal static class AttackedGraph
{
    /// <summary>The graph with what the attacks leave of their targets' elements.</summary>
    public static FlowGraph Of(FlowGraph graph, ImmutableArray<AttackTarget> targets, IEnumerable<Attack> attacks)
    {
        var left = new Dictionary<AttackElement, long>();
        foreach (var attack in attacks)
        {
            var target = targets[attack.Target];
            for (var element = 0; element < target.Elements.Length; element++)
                left[target.Elements[element]] = target.Levels[attack.Level].ResidualCapacities[element];
        }

        var builder = new FlowGraphBuilder();
        builder.AddNodes(graph.NodeCount);
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var capacity = left.TryGetValue(AttackElement.Arc(arc), out var residual) ? residual : graph.Capacity(arc);
            if (graph.IsDirected(arc))
                builder.AddArc(graph.Tail(arc), graph.Head(arc), capacity);
            else
                builder.AddEdge(graph.Tail(arc), graph.Head(arc), capacity);
        }

        for (var node = 0; node < graph.NodeCount; node++)
            builder.SetNodeCapacity(node, left.TryGetValue(AttackElement.Node(node), out var residual) ? residual : graph.NodeCapacity(node));
        return builder.Build();
    }
}
