using System.Collections.Immutable;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Results;

/// <summary>What belongs to a cut, by its definition in <see cref="NodeCut"/> and by nothing else.</summary>
internal static class CutArithmetic
{
    /// <summary>True if goods can leave the node through an arc: it is on the source side and not cut itself.</summary>
    public static bool[] Passes(NodeCut cut)
    {
        var passes = cut.SourceSide.ToArray();
        foreach (var node in cut.CutNodes)
            passes[node] = false;
        return passes;
    }

    public static ImmutableArray<int> PositiveCutArcs(FlowGraph graph, NodeCut cut)
    {
        var passes = Passes(cut);
        var arcs = ImmutableArray.CreateBuilder<int>();
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            if (graph.Capacity(arc) > 0 && CrossingCount(graph, cut, passes, arc) > 0)
                arcs.Add(arc);
        }

        return arcs.ToImmutable();
    }

    /// <summary>How many times an arc's capacity counts: once for an arc that is cut, once for each way of an edge that is cut that way.</summary>
    public static int CrossingCount(FlowGraph graph, NodeCut cut, bool[] passes, int arc)
    {
        var (tail, head) = (graph.Tail(arc), graph.Head(arc));
        var forward = passes[tail] && !cut.SourceSide[head] ? 1 : 0;
        var backward = !graph.IsDirected(arc) && passes[head] && !cut.SourceSide[tail] ? 1 : 0;
        return forward + backward;
    }
}
