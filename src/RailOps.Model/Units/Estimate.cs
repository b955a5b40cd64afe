namespace RailOps.Model.Units;

/// <summary>
/// A figure with its uncertainty: cautious, most likely, favourable. The unit is in the name of whatever holds it.
/// Decimal, so that a chain of factors is exact and the same on every machine. For a capacity <c>Low &lt;= Best &lt;= High</c>;
/// for a need the same order holds, and the cautious answer then uses <see cref="High"/>.
/// </summary>
/// <param name="Low">Smallest plausible value.</param>
/// <param name="Best">Most likely value.</param>
/// <param name="High">Largest plausible value.</param>
public readonly record struct Estimate(decimal Low, decimal Best, decimal High)
{
    /// <summary>Zero at all three levels.</summary>
    public static Estimate Zero => default;

    /// <summary>A figure without uncertainty.</summary>
    /// <param name="value">The value at all three levels.</param>
    /// <returns>The estimate.</returns>
    public static Estimate Exactly(decimal value) => new(value, value, value);

    /// <summary>The value at one level.</summary>
    /// <param name="level">The level.</param>
    public decimal this[EstimateLevel level] => level switch
    {
        EstimateLevel.Low => Low,
        EstimateLevel.High => High,
        _ => Best,
    };

    /// <summary>Applies a function to each level.</summary>
    /// <param name="function">The function.</param>
    /// <returns>The three results, level by level.</returns>
    public Estimate Select(Func<decimal, decimal> function) => new(function(Low), function(Best), function(High));

    /// <summary>Combines two estimates level by level (low with low, best with best, high with high).</summary>
    /// <param name="other">The other estimate.</param>
    /// <param name="function">The function.</param>
    /// <returns>The three results.</returns>
    public Estimate Zip(Estimate other, Func<decimal, decimal, decimal> function) =>
        new(function(Low, other.Low), function(Best, other.Best), function(High, other.High));

    /// <summary>The same figure with low and high exchanged: for a factor that hurts (civil trains) or a need.</summary>
    /// <returns>The estimate reversed.</returns>
    public Estimate Reverse() => new(High, Best, Low);

    /// <summary>Sum, level by level.</summary>
    /// <param name="a">First figure.</param>
    /// <param name="b">Second figure in the same unit.</param>
    public static Estimate operator +(Estimate a, Estimate b) => a.Zip(b, static (x, y) => x + y);

    /// <summary>Product with a factor, level by level.</summary>
    /// <param name="a">The figure.</param>
    /// <param name="factor">The factor.</param>
    public static Estimate operator *(Estimate a, decimal factor) => a.Select(x => x * factor);
}
