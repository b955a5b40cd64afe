using System.Collections.Immutable;
using RailOps.Model.Scenarios;

namespace RailOps.Model.Timelines;

/// <summary>A named what-if of a timeline.</summary>
/// <param name="Id">Id, unique in the timeline.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">What it asks.</param>
/// <param name="Changes">Its changes, in order.</param>
public sealed record NamedScenario(string Id, string Title, string Description, ImmutableArray<Change> Changes);
