using RailOps.Analysis.Supply;
using RailOps.Model.Doctrine;

namespace RailOps.Analysis.SupplyClasses;

/// <summary>One class of supply at one front.</summary>
/// <param name="Class">The class.</param>
/// <param name="NeededKilogramsPerDay">Needed by all that is present (kg/day).</param>
/// <param name="DeliveredKilogramsPerDay">Delivered (kg/day).</param>
/// <param name="WithoutNeedGain">Whole divisions more at the best level if the front could do without this class.</param>
/// <param name="AnySourceGain">Whole divisions more at the best level if this class could come from every source; 0: its own sources do not bind.</param>
/// <param name="AloneKilogramsPerDay">Most of this class that could come to the front if nothing else moved, at the best level (kg/day); -1: not limited or not worked out.</param>
/// <param name="AloneCut">What limits that, or null.</param>
public sealed record ClassDelivery(
    SupplyClass Class,
    LevelCount NeededKilogramsPerDay,
    LevelCount DeliveredKilogramsPerDay,
    long WithoutNeedGain,
    long AnySourceGain,
    long AloneKilogramsPerDay,
    Cut? AloneCut)
{
    /// <summary>True: from every source instead of its own, more divisions would be sustained here. Not so: trains bind, or nothing.</summary>
    public bool IsBinding => AnySourceGain > 0;
}
