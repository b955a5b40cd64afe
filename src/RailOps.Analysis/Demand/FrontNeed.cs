using System.Collections.Immutable;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Timelines;
using RailOps.Model.Units;

namespace RailOps.Analysis.Demand;

/// <summary>
/// What a front needs. All that stands there (brigades, air, corps and army troops too) is shared out evenly over its divisions, so
/// that one division with its share, the division slice, is the unit that is counted.
/// </summary>
/// <param name="Front">The front.</param>
/// <param name="Posture">Posture counted with.</param>
/// <param name="PresentCount">Divisions present, halves rounded up; where no division stands: formations.</param>
/// <param name="CountedUnit"><c>division</c> or <c>formation</c>.</param>
/// <param name="TonnesPerDay">Need of all (t/day).</param>
/// <param name="Formations">Line by line.</param>
/// <param name="Grade">Worst grade of the lines; A if nothing is there.</param>
public sealed record FrontNeed(
    Front Front,
    Posture Posture,
    long PresentCount,
    string CountedUnit,
    Estimate TonnesPerDay,
    ImmutableArray<FormationNeed> Formations,
    Grade Grade)
{
    /// <summary>
    /// Need of one slice when capacities are taken at a level: the cautious level takes the largest need.
    /// </summary>
    /// <param name="level">Level of the capacities.</param>
    /// <returns>Whole kilograms a day, rounded up, at least 1; 0 if nothing is there.</returns>
    public long SliceKilogramsPerDay(EstimateLevel level) => PresentCount == 0
        ? 0
        : Math.Max(1, TonnesPerDayOf(level, PresentCount).KilogramsPerDay);

    /// <summary>The need of one slice by class of supply, when capacities are taken at a level.</summary>
    /// <param name="level">Level of the capacities.</param>
    /// <returns>Whole kilograms a day in the order of <see cref="SupplyClassIds.OfTroops"/>; they add up to <see cref="SliceKilogramsPerDay"/>
    /// exactly (rounded down, the kilograms left over to the classes with the largest rests).</returns>
    public ImmutableArray<long> ClassSlicesKilogramsPerDay(EstimateLevel level)
    {
        var whole = SliceKilogramsPerDay(level);
        var exact = SupplyClassIds.OfTroops.Select((_, c) => ClassKilogramsPerDay(c, level)).ToList();
        var slices = exact.Select(decimal.ToInt64).ToArray();
        var largestRests = Enumerable.Range(0, slices.Length).OrderByDescending(c => exact[c] - slices[c]).ThenBy(c => c).ToList();
        var left = whole - slices.Sum();
        for (var i = 0; left > 0; i = (i + 1) % slices.Length, left--)
            slices[largestRests[i]]++;
        for (var i = slices.Length - 1; left < 0; i--, left++)
            slices[largestRests[i]]--;
        return [.. slices];
    }

    private decimal ClassKilogramsPerDay(int supplyClass, EstimateLevel level) => PresentCount == 0
        ? 0m
        : 1000m * Formations.Where(f => f.ClassTonnesPerDay.Length > 0).Sum(f => f.ClassTonnesPerDay[supplyClass].Reverse()[level]) / PresentCount;

    private TonnesPerDay TonnesPerDayOf(EstimateLevel level, long count) =>
        Model.Units.TonnesPerDay.RoundUp(TonnesPerDay.Reverse()[level] / count);
}
