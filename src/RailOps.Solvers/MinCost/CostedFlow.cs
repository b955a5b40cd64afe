using System.Collections.Immutable;

namespace RailOps.Solvers.MinCost;

/// <summary>A flow and what it costs.</summary>
/// <param name="ArcFlow">Flow per arc in flow units, in arc order, tail to head positive, negative only on edges.</param>
/// <param name="Amount">Flow units that the nodes of positive supply, or the sources, send together.</param>
/// <param name="Cost">Sum of cost times flow, exact.</param>
public sealed record CostedFlow(ImmutableArray<long> ArcFlow, long Amount, Int128 Cost);
