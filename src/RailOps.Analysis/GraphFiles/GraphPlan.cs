using System.Collections.Immutable;

namespace RailOps.Analysis.GraphFiles;

/// <summary>A set of attacks and what it leaves, amounts in the file's own units.</summary>
/// <param name="Attacks">The attacks, edges in the order of the file, then nodes.</param>
/// <param name="Costs">What they cost together, per resource.</param>
/// <param name="FlowLeft">The most that still gets through; null: unlimited.</param>
public sealed record GraphPlan(ImmutableArray<GraphAttack> Attacks, ImmutableArray<decimal> Costs, decimal? FlowLeft);
