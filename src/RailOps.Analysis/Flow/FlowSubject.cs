using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Flow;

/// <summary>A graph with names, ready to be solved.</summary>
internal sealed record FlowSubject(
    string Id, string Unit, long UnitsPerAmount, FlowGraph Graph, ImmutableArray<string> NodeNames, ImmutableArray<string> ArcIds,
    string WhenWhole)
{
    /// <summary>Arcs over the cut with capacity, in arc order.</summary>
    public ImmutableArray<NamedArc> CutOf(MaxFlowResult result) =>
    [
        .. Enumerable.Range(0, Graph.ArcCount)
            .Where(arc => Graph.Capacity(arc) > 0 && Crosses(arc, result.SourceSide))
            .Select(arc => Named(arc, result.ArcFlow[arc])),
    ];

    /// <summary>Arcs that carry flow, in arc order.</summary>
    public ImmutableArray<NamedArc> FlowsOf(MaxFlowResult result) =>
    [
        .. Enumerable.Range(0, Graph.ArcCount)
            .Where(arc => result.ArcFlow[arc] != 0)
            .Select(arc => Named(arc, result.ArcFlow[arc])),
    ];

    private bool Crosses(int arc, ImmutableArray<bool> sourceSide)
    {
        var (tail, head) = (sourceSide[Graph.Tail(arc)], sourceSide[Graph.Head(arc)]);
        return Graph.IsDirected(arc) ? tail && !head : tail != head;
    }

    private NamedArc Named(int arc, long flow)
    {
        var (from, to) = flow >= 0 ? (Graph.Tail(arc), Graph.Head(arc)) : (Graph.Head(arc), Graph.Tail(arc));
        long? capacity = Graph.Capacity(arc) == FlowGraph.Unlimited ? null : Graph.Capacity(arc);
        return new NamedArc(ArcIds[arc], NodeNames[from], NodeNames[to], capacity, Math.Abs(flow));
    }
}
