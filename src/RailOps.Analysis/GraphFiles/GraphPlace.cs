namespace RailOps.Analysis.GraphFiles;

/// <summary>An edge or a node of a graph file, by name.</summary>
/// <param name="IsNode">True for a node.</param>
/// <param name="Id">Id of the edge, or name of the node.</param>
/// <param name="From">Name of the node that the edge leaves, or of the node itself.</param>
/// <param name="To">Name of the node that the edge enters, or of the node itself.</param>
/// <param name="IsDirected">False for an edge that is usable both ways; true for a node.</param>
public sealed record GraphPlace(bool IsNode, string Id, string From, string To, bool IsDirected);
