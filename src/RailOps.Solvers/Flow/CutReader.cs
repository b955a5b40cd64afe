using System.Collections.Immutable;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Flow;

/// <summary>Turns marks on the split nodes of a residual network into cuts of the original graph.</summary>
internal static class CutReader
{
    /// <summary>The cut of the original nodes that belongs to marks (true = source side) on entries and exits.</summary>
    public static NodeCut Read(ResidualShape shape, bool[] marks, long capacity)
    {
        var nodeCount = shape.Graph.NodeCount;
        var side = marks.AsSpan(0, nodeCount).ToImmutableArray();
        var cutNodes = ImmutableArray.CreateBuilder<int>();
        for (var node = 0; node < nodeCount; node++)
        {
            if (marks[node] && !marks[shape.ExitOf(node)])
                cutNodes.Add(node);
        }

        return new NodeCut(side, cutNodes.ToImmutable(), capacity);
    }

    /// <summary>True if both marks cut the same arcs and nodes of positive capacity.</summary>
    public static bool IsUnique(ResidualShape shape, bool[] nearSource, bool[] nearSink, ReadOnlySpan<long> capacity, ReadOnlySpan<long> nodeCapacity)
    {
        for (var arc = 0; arc < capacity.Length; arc++)
        {
            if (capacity[arc] > 0 && CutsArc(shape, arc, nearSource) != CutsArc(shape, arc, nearSink))
                return false;
        }

        for (var node = 0; node < nodeCapacity.Length; node++)
        {
            if (nodeCapacity[node] > 0 && CutsNode(shape, node, nearSource) != CutsNode(shape, node, nearSink))
                return false;
        }

        return true;
    }

    /// <summary>True if the arc (or the edge, either way) leads from the source side to the sink side.</summary>
    public static bool CutsArc(ResidualShape shape, int arc, bool[] marks)
    {
        var (tail, head) = (shape.Graph.Tail(arc), shape.Graph.Head(arc));
        return (marks[shape.ExitOf(tail)] && !marks[head])
            || (!shape.Graph.IsDirected(arc) && marks[shape.ExitOf(head)] && !marks[tail]);
    }

    private static bool CutsNode(ResidualShape shape, int node, bool[] marks) => marks[node] && !marks[shape.ExitOf(node)];
}
