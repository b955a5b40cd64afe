using System.Collections.Immutable;

namespace RailOps.Solvers.Interdiction;

/// <summary>One way to attack a target: what it costs and what it leaves.</summary>
/// <param name="Costs">Cost per resource, in the resource's unit, 0 or more; one entry per budget of the problem.</param>
/// <param name="ResidualCapacities">Capacity left per element of the target, in flow units, 0 up to the element's capacity.</param>
public sealed record AttackLevel(ImmutableArray<long> Costs, ImmutableArray<long> ResidualCapacities);
