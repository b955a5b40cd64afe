using System.Collections.Immutable;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Attacks at the start of a horizon whose damage is repaired after some days. What gets through from day to day is a maximum flow with
/// what is still down, so the delivery over the horizon is a sum with one case per stretch of days between repairs, weighted by its
/// length. Nothing is stored and nothing is under way at midnight: every day stands for itself.
/// </summary>
public static class RepairHorizon
{
    /// <summary>The repair time of damage that outlasts every horizon.</summary>
    public const long Never = long.MaxValue;

    /// <summary>The cases, from the first day on; at most one more than there are different repair times.</summary>
    /// <param name="repairDays">Per target and level: days after the attack on which the target works again, 0 or more, or <see cref="Never"/>.</param>
    /// <param name="horizonDays">Days that count, 1 or more; the weights add up to it.</param>
    /// <exception cref="ArgumentException">A number makes no sense; the message says which and why.</exception>
    public static ImmutableArray<SumCase> Cases(ImmutableArray<ImmutableArray<long>> repairDays, long horizonDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizonDays, 1);
        if (repairDays.IsDefault)
            throw new ArgumentException("There should be repair times for every target, but they are the default value.", nameof(repairDays));
        for (var target = 0; target < repairDays.Length; target++)
        {
            if (repairDays[target].IsDefaultOrEmpty || repairDays[target].Any(days => days < 0))
                throw new ArgumentException($"Target {target} should have a repair time of 0 days or more for each of its levels, but one is missing or negative.", nameof(repairDays));
        }

        var starts = repairDays.SelectMany(levels => levels).Where(days => days > 0 && days < horizonDays).Append(0).Distinct().Order().ToList();
        var cases = starts.Select((start, index) => new SumCase(
            (index + 1 < starts.Count ? starts[index + 1] : horizonDays) - start, [.. repairDays.Select(levels => StillDown(levels, start))]));
        return [.. cases];
    }

    private static ulong StillDown(ImmutableArray<long> levels, long day)
    {
        var mask = 0UL;
        for (var level = 0; level < levels.Length; level++)
            mask |= levels[level] > day ? 1UL << level : 0;
        return mask;
    }
}
