using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>A set of attacks and what it does in every case.</summary>
/// <param name="Attacks">The attacks, by target ascending; none of them in vain if the solver was not interrupted.</param>
/// <param name="Costs">What they cost together, per resource.</param>
/// <param name="Value">
/// The weighted sum of what can still get through (<see cref="Graphs.FlowGraph.Unlimited"/> if a case is without limit): the
/// capacities of <paramref name="Cuts"/> under the plan times the weights.
/// </param>
/// <param name="Cuts">One cut per case, of the graph as the plan leaves it in that case; empty if the value is unlimited.</param>
public sealed record SumPlan(ImmutableArray<Attack> Attacks, ImmutableArray<long> Costs, long Value, ImmutableArray<NodeCut> Cuts);
