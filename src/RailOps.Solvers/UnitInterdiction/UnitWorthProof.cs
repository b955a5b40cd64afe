using System.Collections.Immutable;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>Shows what can be served under a plan: a flow that brings its units, and that nothing worth more can be served at once.</summary>
/// <param name="ArcFlow">Flow per arc of the graph in flow units, tail to head positive, negative only on edges.</param>
/// <param name="Cuts">Cuts of the graph under the plan, without the arcs to the sink.</param>
/// <param name="Boxes">A tree of boxes; box 0 holds all vectors up to the counts wanted, children come after their parents.</param>
public sealed record UnitWorthProof(ImmutableArray<long> ArcFlow, ImmutableArray<NodeCut> Cuts, ImmutableArray<UnitWorthBox> Boxes);
