using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>What <see cref="RailDataReader.Load"/> found.</summary>
/// <param name="Data">Everything, or null if any problem is an <see cref="ProblemSeverity.Error"/>.</param>
/// <param name="Problems">All problems of all files, sorted by file, row and column; may hold warnings although there are data.</param>
public sealed record LoadResult(RailData? Data, ImmutableArray<DataProblem> Problems);
