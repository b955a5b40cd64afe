using RailOps.Model.Timelines;

namespace RailOps.Model.Scenarios;

/// <summary>A timeline on a date.</summary>
/// <param name="Timeline">The timeline.</param>
/// <param name="Date">The date.</param>
public sealed record TimelineDate(Timeline Timeline, DateOnly Date);
