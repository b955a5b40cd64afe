using System.Collections.Immutable;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>One arc or edge of a graph file. Amounts are in the file's own flow unit.</summary>
/// <param name="Id">Its id, unique over the file: the one stated, else <c>from--to</c>, with <c>#2</c> and so on for parallel ones.</param>
/// <param name="From">Index of the node it leaves, in <see cref="GraphFile.Nodes"/>; of an edge the end named first.</param>
/// <param name="To">Index of the node it enters; of an edge the end named second.</param>
/// <param name="Capacity">The most that may pass (of an edge: each way); null: unlimited.</param>
/// <param name="IsDirected">False: usable both ways.</param>
/// <param name="Costs">What an attack costs per resource of the file; empty: cannot be attacked.</param>
/// <param name="Residual">What an attack leaves of the capacity, 0 or more.</param>
/// <param name="ProtectCost">What protecting it costs; null: cannot be protected.</param>
public sealed record GraphFileEdge(
    string Id, int From, int To, decimal? Capacity, bool IsDirected, ImmutableArray<decimal> Costs, decimal Residual, decimal? ProtectCost);
