using System.Collections.Immutable;

namespace RailOps.Analysis.GraphFiles;

/// <summary>One attack of a plan, amounts in the file's own units.</summary>
/// <param name="Place">What is hit.</param>
/// <param name="Costs">Cost per resource.</param>
/// <param name="CapacityBefore">Capacity before; null: unlimited.</param>
/// <param name="CapacityLeft">Capacity after the attack.</param>
public sealed record GraphAttack(GraphPlace Place, ImmutableArray<decimal> Costs, decimal? CapacityBefore, decimal CapacityLeft);
