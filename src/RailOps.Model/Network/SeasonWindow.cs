using RailOps.Model.Units;

namespace RailOps.Model.Network;

/// <summary>What is left of a capacity in one part of the year: one row of <c>seasons.csv</c>. The windows of a season cover the year.</summary>
/// <param name="SeasonId">The season, for example <c>road-steppe</c> or <c>sea-okhotsk</c>.</param>
/// <param name="FromMonth">Month of the first day, 1-12.</param>
/// <param name="FromDay">First day, 1-31.</param>
/// <param name="ToMonth">Month of the last day, 1-12; before the first month: over the turn of the year.</param>
/// <param name="ToDay">Last day, 1-31; 31 stands for the end of any month.</param>
/// <param name="Factor">Share of the capacity, 0 or more (1 = all).</param>
/// <param name="Evidence">Source and grade.</param>
public sealed record SeasonWindow(string SeasonId, int FromMonth, int FromDay, int ToMonth, int ToDay, Estimate Factor, Evidence Evidence)
{
    /// <summary>Says whether a day lies in the window.</summary>
    /// <param name="date">The day; the year does not matter.</param>
    /// <returns>True if it does.</returns>
    public bool Contains(DateOnly date)
    {
        var day = (date.Month * 100) + date.Day;
        var from = (FromMonth * 100) + FromDay;
        var to = (ToMonth * 100) + ToDay;
        return from <= to ? from <= day && day <= to : day >= from || day <= to;
    }
}
