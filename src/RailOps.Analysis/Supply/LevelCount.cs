using RailOps.Model.Units;

namespace RailOps.Analysis.Supply;

/// <summary>A whole count or an amount in kilograms a day at the three levels.</summary>
/// <param name="Low">Cautious.</param>
/// <param name="Best">Most likely.</param>
/// <param name="High">Favourable.</param>
public readonly record struct LevelCount(long Low, long Best, long High)
{
    /// <summary>Works each level out.</summary>
    /// <param name="function">The function.</param>
    /// <returns>The three results.</returns>
    public static LevelCount From(Func<EstimateLevel, long> function) =>
        new(function(EstimateLevel.Low), function(EstimateLevel.Best), function(EstimateLevel.High));

    /// <summary>
    /// The smallest of the three. Not always the cautious one: a first front that can feed one division less leaves more to the next.
    /// </summary>
    public long Smallest => Math.Min(Low, Math.Min(Best, High));

    /// <summary>The largest of the three.</summary>
    public long Largest => Math.Max(Low, Math.Max(Best, High));

    /// <summary>The value at a level.</summary>
    /// <param name="level">The level.</param>
    public long this[EstimateLevel level] => level switch
    {
        EstimateLevel.Low => Low,
        EstimateLevel.High => High,
        _ => Best,
    };
}
