using System.Collections.Immutable;
using RailOps.Model.Network;
using RailOps.Model.Scenarios;

namespace RailOps.Model.Timelines;

/// <summary>Something dated that happens in a timeline.</summary>
/// <param name="Id">Id, unique in the timeline.</param>
/// <param name="Title">What happens, in one sentence.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day on which its effect is gone, or null: it lasts.</param>
/// <param name="Changes">Its effect; empty: told only.</param>
/// <param name="Evidence">Source and grade.</param>
public sealed record TimelineEvent(
    string Id, string Title, DateOnly From, DateOnly? To, ImmutableArray<Change> Changes, Evidence Evidence)
{
    /// <summary>Says whether the effect is felt on a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True if it is.</returns>
    public bool IsFeltOn(DateOnly date) => From <= date && (To is null || date < To);
}
