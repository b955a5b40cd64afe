namespace RailOps.Analysis.GraphFiles;

/// <summary>
/// Turns decimal amounts into whole units and back, exactly: one unit is one step of the last decimal place that any of the amounts has.
/// </summary>
/// <param name="DecimalPlaces">Decimal places of the finest amount, 0 to 12.</param>
public readonly record struct AmountScale(int DecimalPlaces)
{
    private static readonly decimal[] Powers = [.. Enumerable.Range(0, 29).Select(PowerOfTen)];

    /// <summary>Units in an amount of 1: a power of ten.</summary>
    public decimal UnitsPerAmount => Powers[DecimalPlaces];

    /// <summary>The coarsest scale that keeps all amounts exactly.</summary>
    public static AmountScale Of(IEnumerable<decimal> amounts) => new(amounts.Select(amount => (int)amount.Scale).DefaultIfEmpty(0).Max());

    /// <summary>Whole units of an amount that the scale was made for.</summary>
    /// <exception cref="OverflowException">More units than 64 bits hold.</exception>
    public long ToUnits(decimal amount) => decimal.ToInt64(amount * UnitsPerAmount);

    /// <summary>The amount of so many units.</summary>
    public decimal ToAmount(long units) => units / UnitsPerAmount;

    private static decimal PowerOfTen(int exponent) => exponent == 0 ? 1m : 10m * PowerOfTen(exponent - 1);
}
