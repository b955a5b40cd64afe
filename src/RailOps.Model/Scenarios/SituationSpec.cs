using System.Collections.Immutable;
using RailOps.Model.Timelines;

namespace RailOps.Model.Scenarios;

/// <summary>
/// What a situation is put together from. For a plain question every part comes from one timeline and date; a comparison
/// takes one part from elsewhere to see what that part alone is worth.
/// </summary>
/// <param name="SideId">The side that asks.</param>
/// <param name="Infrastructure">Which links exist, with what capacity and in which season.</param>
/// <param name="Control">Who holds which station.</param>
/// <param name="Sources">Where supply enters.</param>
/// <param name="Forces">Which fronts exist and what stands there.</param>
/// <param name="Events">Events whose effect is felt, in order.</param>
/// <param name="Changes">Further changes, in order.</param>
public sealed record SituationSpec(
    string SideId,
    TimelineDate Infrastructure,
    TimelineDate Control,
    TimelineDate Sources,
    TimelineDate Forces,
    ImmutableArray<TimelineEvent> Events,
    ImmutableArray<Change> Changes)
{
    /// <summary>A timeline on a date as one side sees it.</summary>
    /// <param name="timeline">The timeline.</param>
    /// <param name="date">The date.</param>
    /// <param name="sideId">The side.</param>
    /// <param name="changes">Changes, in order.</param>
    /// <returns>The specification, with the events that are felt on the date.</returns>
    public static SituationSpec Of(Timeline timeline, DateOnly date, string sideId, ImmutableArray<Change> changes)
    {
        var here = new TimelineDate(timeline, date);
        var events = timeline.Events.Where(e => e.IsFeltOn(date) && !e.Changes.IsEmpty).OrderBy(e => e.From).ToImmutableArray();
        return new SituationSpec(sideId, here, here, here, here, events, changes);
    }
}
