using System.Collections.Immutable;

namespace RailOps.Model.Network;

/// <summary>Where a value comes from and how far it can be trusted.</summary>
/// <param name="Grade">Trust.</param>
/// <param name="SourceIds">Ids of <c>base/sources.csv</c>; never empty in the stored data.</param>
/// <param name="Note">What a reader should know, or empty.</param>
public sealed record Evidence(Grade Grade, ImmutableArray<string> SourceIds, string Note);
