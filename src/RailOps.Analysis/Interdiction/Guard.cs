using System.Collections.Immutable;
using RailOps.Model.Scenarios;

namespace RailOps.Analysis.Interdiction;

/// <summary>What one guard battalion can guard: a link with what stands on it alone, a point of several links, or a station.</summary>
/// <param name="Kind">Link, point or station.</param>
/// <param name="Id">Its id.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="Targets">Indices of the targets that can then not be struck.</param>
public sealed record Guard(TargetKind Kind, string Id, string DisplayName, ImmutableArray<int> Targets);
