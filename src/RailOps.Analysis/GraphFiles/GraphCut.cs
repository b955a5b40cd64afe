using System.Collections.Immutable;

namespace RailOps.Analysis.GraphFiles;

/// <summary>A cut: what has to be passed on every way from the sources to the sinks.</summary>
/// <param name="Capacity">What all its places together let through.</param>
/// <param name="Places">Its edges and nodes; those that let nothing through only if they are attacked.</param>
/// <param name="SourceSide">Names of the nodes that goods reach, in the order of the file.</param>
public sealed record GraphCut(decimal Capacity, ImmutableArray<GraphCutPlace> Places, ImmutableArray<string> SourceSide);
