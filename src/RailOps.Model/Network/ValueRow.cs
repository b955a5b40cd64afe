using RailOps.Model.Units;

namespace RailOps.Model.Network;

/// <summary>One figure about one link or point for one stretch of time: one row of <c>values.csv</c>.</summary>
/// <param name="SubjectId">Link or point id.</param>
/// <param name="Quantity">What is stated.</param>
/// <param name="ValidFrom">First day, or null: from the beginning.</param>
/// <param name="ValidTo">First day on which it no longer holds, or null: to the end.</param>
/// <param name="Value">The figure in the unit of the quantity, at least 0.</param>
/// <param name="HasRange">False: the source gave one number, so low, best and high are equal.</param>
/// <param name="Evidence">Source and grade.</param>
public sealed record ValueRow(
    string SubjectId, Quantity Quantity, DateOnly? ValidFrom, DateOnly? ValidTo, Estimate Value, bool HasRange, Evidence Evidence)
{
    /// <summary>Says whether the figure holds on a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>True if <c>ValidFrom &lt;= date &lt; ValidTo</c>.</returns>
    public bool HoldsOn(DateOnly date) => (ValidFrom is null || ValidFrom <= date) && (ValidTo is null || date < ValidTo);
}
