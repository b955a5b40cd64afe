using System.Collections.Immutable;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>What <see cref="GraphFileReader"/> found.</summary>
/// <param name="Graph">The graph, or null if any problem is an error.</param>
/// <param name="Problems">All problems of all files, sorted by file, row and column; file names as they were asked for.</param>
public sealed record GraphFileResult(GraphFile? Graph, ImmutableArray<DataProblem> Problems);
