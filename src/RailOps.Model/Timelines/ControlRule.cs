namespace RailOps.Model.Timelines;

/// <summary>
/// Who holds stations from when. Rules for a country come first, rules for a station override them; of several that hold on a
/// day the one with the latest <see cref="From"/> wins, then the later row.
/// </summary>
/// <param name="Country">All stations of this country (<see cref="Network.Station.Country"/>), or empty.</param>
/// <param name="StationId">One station, or empty; exactly one of the two is set.</param>
/// <param name="SideId">The side that holds them, or empty: nobody.</param>
/// <param name="From">First day, or null: from the beginning.</param>
/// <param name="Note">Why, or empty.</param>
public sealed record ControlRule(string Country, string StationId, string SideId, DateOnly? From, string Note);
