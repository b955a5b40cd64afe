using System.Collections.Immutable;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Cuts;

/// <summary>Some of many cuts, in the order of the search.</summary>
/// <param name="Cuts">The cuts; no two cut the same set of arcs and nodes of positive capacity, also across pages.</param>
/// <param name="IsLast">True if there are no more.</param>
/// <param name="Termination">Optimal: all that was asked for. Stopped: the token was cancelled; asking again goes on from here.</param>
public sealed record CutPage(ImmutableArray<NodeCut> Cuts, bool IsLast, Termination Termination);
