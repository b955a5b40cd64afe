using System.Collections.Immutable;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Flow;

/// <summary>Turns marks on the split nodes of a residual network into cuts of the original graph.</summary>
internal static class CutReader
{
    /// <summary>The cut of the original nodes that belongs to marks (true = source side) on entries and exits.</summary>
    public static NodeCut Read(ResidualTopology topology, bool[] marks, long capacity)
    {
        var nodeCount = topology.Graph.NodeCount;
        var side = marks.AsSpan(0, nodeCount).ToImmutableArray();
        var cutNodes = ImmutableArray.CreateBuilder<int>();
        for (var node = 0; node < nodeCount; node++)
        {
            if (marks[node] && !marks[topology.Exit[node]])
                cutNodes.Add(node);
        }

        return new NodeCut(side, cutNodes.ToImmutable(), capacity);
    }

    /// <summary>True if both marks cut the same arcs and nodes of positive capacity.</summary>
    public static bool IsUnique(ResidualTopology topology, bool[] nearSource, bool[] nearSink, ReadOnlySpan<long> capacity, ReadOnlySpan<long> nodeCapacity)
    {
        for (var arc = 0; arc < capacity.Length; arc++)
        {
            if (capacity[arc] > 0 && CutsArc(topology, arc, nearSource) != CutsArc(topology, arc, nearSink))
                return false;
        }

        for (var node = 0; node < nodeCapacity.Length; node++)
        {
            if (nodeCapacity[node] > 0 && CutsNode(topology, node, nearSource) != CutsNode(topology, node, nearSink))
                return false;
        }

        return true;
    }

    /// <summary>True if the arc (or the edge, either way) leads from the source side to the sink side.</summary>
    public static bool CutsArc(ResidualTopology topology, int arc, bool[] marks)
    {
        var (tail, head) = (topology.Graph.Tail(arc), topology.Graph.Head(arc));
        return (marks[topology.Exit[tail]] && !marks[head])
            || (!topology.Graph.IsDirected(arc) && marks[topology.Exit[head]] && !marks[tail]);
    }

    private static bool CutsNode(ResidualTopology topology, int node, bool[] marks) => marks[node] && !marks[topology.Exit[node]];
}
