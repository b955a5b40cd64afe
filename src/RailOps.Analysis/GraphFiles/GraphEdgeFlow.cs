namespace RailOps.Analysis.GraphFiles;

/// <summary>What passes an edge.</summary>
/// <param name="Place">The edge.</param>
/// <param name="Flow">Amount in the file's unit; negative on an edge that is passed from its second end to its first.</param>
/// <param name="Capacity">Its capacity; null: unlimited.</param>
public sealed record GraphEdgeFlow(GraphPlace Place, decimal Flow, decimal? Capacity);
