using System.Collections.Immutable;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>A set of attacks and what it does.</summary>
/// <param name="Attacks">The attacks, by target ascending; none of them in vain if the solver was not interrupted.</param>
/// <param name="Costs">What they cost together, per resource.</param>
/// <param name="Value">
/// Flow units that can still get through (<see cref="Graphs.FlowGraph.Unlimited"/> if without limit): the capacity of <paramref name="Cut"/> under the plan.
/// </param>
/// <param name="Cut">A cut of the graph under the plan that shows that no more gets through; null if the value is unlimited.</param>
public sealed record AttackPlan(ImmutableArray<Attack> Attacks, ImmutableArray<long> Costs, long Value, NodeCut? Cut);
