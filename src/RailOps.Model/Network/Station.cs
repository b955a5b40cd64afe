namespace RailOps.Model.Network;

/// <summary>A node of the network: a railway station, port, depot, border post or road head.</summary>
/// <param name="Id">Lower-case ASCII id, unique over all stations.</param>
/// <param name="Name">Name today, Latin letters.</param>
/// <param name="PeriodName">Name at the time, or empty.</param>
/// <param name="LatitudeDegrees">WGS 84, -90 to 90.</param>
/// <param name="LongitudeDegrees">WGS 84, -180 to 180.</param>
/// <param name="Country">Country in 1939 as the data names it; the timelines' control rules use it.</param>
/// <param name="Kind">station, junction, port, depot, border and so on.</param>
/// <param name="Evidence">Source and grade of the position.</param>
public sealed record Station(
    string Id, string Name, string PeriodName, double LatitudeDegrees, double LongitudeDegrees, string Country, string Kind, Evidence Evidence)
{
    /// <summary>The name of the period if there is one, else the name today.</summary>
    public string DisplayName => PeriodName.Length > 0 ? PeriodName : Name;
}
