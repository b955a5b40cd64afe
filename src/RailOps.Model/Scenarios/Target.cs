using System.Collections.Immutable;

namespace RailOps.Model.Scenarios;

/// <summary>A target that was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id without prefix.</param>
/// <param name="DisplayName">Its name for people.</param>
/// <param name="LinkIds">The links it stands for, in file order; for a side: empty, since they depend on who holds what.</param>
public sealed record Target(TargetKind Kind, string Id, string DisplayName, ImmutableArray<string> LinkIds);
