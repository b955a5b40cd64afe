using System.Collections.Immutable;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>A graph as its files state it. Immutable.</summary>
/// <param name="Nodes">Nodes in the order in which the files name them.</param>
/// <param name="Edges">Arcs and edges in the order of the file.</param>
/// <param name="Resources">Names of the resources that attacks cost, in column order; <c>cost</c> where the column has no name of its own.</param>
/// <param name="Sources">Names of the sources that the file itself states (DIMACS), else empty.</param>
/// <param name="Sinks">Names of the sinks that the file itself states (DIMACS), else empty.</param>
public sealed record GraphFile(
    ImmutableArray<GraphFileNode> Nodes,
    ImmutableArray<GraphFileEdge> Edges,
    ImmutableArray<string> Resources,
    ImmutableArray<string> Sources,
    ImmutableArray<string> Sinks);
