using System.Collections.Immutable;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Criticality;

/// <summary>A largest flow after a loss, and the cut that no more can pass.</summary>
/// <param name="Lost">Targets lost, ascending: none, one or two.</param>
/// <param name="ArcFlow">Flow per arc in flow units, tail to head positive.</param>
/// <param name="Cut">A cut of just as much as flows.</param>
public sealed record LossFlow(ImmutableArray<int> Lost, ImmutableArray<long> ArcFlow, NodeCut Cut);
