namespace RailOps.Analysis.GraphFiles;

/// <summary>One edge or node of a cut.</summary>
/// <param name="Place">Which.</param>
/// <param name="Capacity">What it lets through, under the attacks if there are any.</param>
/// <param name="IsAttacked">True if the plan hits it.</param>
public sealed record GraphCutPlace(GraphPlace Place, decimal Capacity, bool IsAttacked);
