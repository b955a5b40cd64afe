using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>A set of attacks and the most worth of whole units that it leaves.</summary>
/// <param name="Attacks">The attacks, by target ascending.</param>
/// <param name="Costs">What they cost together, per resource.</param>
/// <param name="Worth">The largest sum of weight times whole units that can be served at once under the attacks.</param>
/// <param name="UnitCounts">Whole units per demander of one allocation of that worth.</param>
public sealed record UnitAttackPlan(ImmutableArray<Attack> Attacks, ImmutableArray<long> Costs, long Worth, ImmutableArray<long> UnitCounts);
