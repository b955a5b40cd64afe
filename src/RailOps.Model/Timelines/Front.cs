using System.Collections.Immutable;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Units;

namespace RailOps.Model.Timelines;

/// <summary>Where formations of one side draw supply. An id may occur several times with windows that do not overlap.</summary>
/// <param name="Id">Id, unique for a side on a day.</param>
/// <param name="SideId">The side.</param>
/// <param name="Title">Name for people.</param>
/// <param name="From">First day, or null.</param>
/// <param name="To">First day on which it no longer exists, or null.</param>
/// <param name="Priority">1 is served first.</param>
/// <param name="Weight">Weight of one division under the weighted policy, at least 1.</param>
/// <param name="Posture">Posture when the question names none.</param>
/// <param name="Entries">Entry stations, at least one.</param>
/// <param name="TruckCount">Fleet that works the road legs, or null: not stated, so the legs do not limit.</param>
/// <param name="KnownUnreachable">Why no source reaches it even in the undamaged network, or empty.</param>
/// <param name="Strengths">Orders of battle, by date.</param>
/// <param name="Evidence">Source and grade.</param>
public sealed record Front(
    string Id,
    string SideId,
    string Title,
    DateOnly? From,
    DateOnly? To,
    int Priority,
    int Weight,
    Posture Posture,
    ImmutableArray<FrontEntry> Entries,
    Estimate? TruckCount,
    string KnownUnreachable,
    ImmutableArray<OrderOfBattle> Strengths,
    Evidence Evidence)
{
    /// <summary>Says whether the front exists on a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True if it does.</returns>
    public bool ExistsOn(DateOnly date) => (From is null || From <= date) && (To is null || date < To);

    /// <summary>What stands there on a day: the latest order of battle that has begun.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The rows; empty if none has begun.</returns>
    public ImmutableArray<FormationsPresent> FormationsOn(DateOnly date)
    {
        ImmutableArray<FormationsPresent> found = [];
        foreach (var strength in Strengths)
        {
            if (strength.Date <= date)
                found = strength.Formations;
        }

        return found;
    }
}
