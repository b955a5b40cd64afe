namespace RailOps.Analysis.GraphFiles;

/// <summary>One protection of a defence.</summary>
/// <param name="Place">What is protected.</param>
/// <param name="Cost">What that costs, in the unit of the column <c>protect_cost</c>.</param>
/// <param name="Capacity">Its capacity in the file's unit; null: unlimited.</param>
public sealed record GraphProtection(GraphPlace Place, decimal Cost, decimal? Capacity);
