using System.Collections.Immutable;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>One node of a graph file. Amounts are in the file's own flow unit.</summary>
/// <param name="Name">Its name, unique.</param>
/// <param name="Capacity">The most that may pass; null: unlimited.</param>
/// <param name="Costs">What an attack costs per resource of the file; empty: cannot be attacked.</param>
/// <param name="Residual">What an attack leaves of the capacity, 0 or more.</param>
/// <param name="ProtectCost">What protecting it costs; null: cannot be protected.</param>
public sealed record GraphFileNode(string Name, decimal? Capacity, ImmutableArray<decimal> Costs, decimal Residual, decimal? ProtectCost);
