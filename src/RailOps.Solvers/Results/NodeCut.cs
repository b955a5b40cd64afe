using System.Collections.Immutable;

namespace RailOps.Solvers.Results;

/// <summary>
/// A cut as data that anybody can add up. A node is on the source side, on the sink side, or itself cut: then goods reach it
/// (<see cref="SourceSide"/> is true) but its own capacity is what is counted and nothing behind it is reached. An arc is cut if
/// it leaves a source-side node that is not cut itself for a sink-side node; an edge is looked at both ways.
/// </summary>
/// <param name="SourceSide">One entry per node: true if goods reach it.</param>
/// <param name="CutNodes">Ids of the nodes that are cut themselves, ascending.</param>
/// <param name="Capacity">Sum of the capacities of cut arcs and cut nodes, in flow units.</param>
public sealed record NodeCut(ImmutableArray<bool> SourceSide, ImmutableArray<int> CutNodes, long Capacity);
