namespace RailOps.Model.Units;

/// <summary>
/// A flow of goods in whole kilograms a day, at most about 9.2e15 t/day. Arithmetic is checked. One direction: a link that can
/// carry it each way has two of them.
/// </summary>
/// <param name="KilogramsPerDay">Kilograms a day.</param>
public readonly record struct TonnesPerDay(long KilogramsPerDay) : IComparable<TonnesPerDay>
{
    /// <summary>Nothing.</summary>
    public static TonnesPerDay Zero => default;

    /// <summary>Rounds a figure down to whole kilograms, as capacities must be.</summary>
    /// <param name="tonnesPerDay">Tonnes a day, at least 0.</param>
    /// <returns>The quantity.</returns>
    public static TonnesPerDay RoundDown(decimal tonnesPerDay) => new(decimal.ToInt64(decimal.Floor(tonnesPerDay * 1000m)));

    /// <summary>Rounds a figure up to whole kilograms, as needs must be.</summary>
    /// <param name="tonnesPerDay">Tonnes a day, at least 0.</param>
    /// <returns>The quantity.</returns>
    public static TonnesPerDay RoundUp(decimal tonnesPerDay) => new(decimal.ToInt64(decimal.Ceiling(tonnesPerDay * 1000m)));

    /// <summary>Tonnes a day, exact to the kilogram.</summary>
    public decimal TotalTonnesPerDay => KilogramsPerDay / 1000m;

    /// <inheritdoc/>
    public int CompareTo(TonnesPerDay other) => KilogramsPerDay.CompareTo(other.KilogramsPerDay);

    /// <summary>Sum.</summary>
    /// <param name="a">First.</param>
    /// <param name="b">Second.</param>
    public static TonnesPerDay operator +(TonnesPerDay a, TonnesPerDay b) => new(checked(a.KilogramsPerDay + b.KilogramsPerDay));

    /// <summary>Difference.</summary>
    /// <param name="a">First.</param>
    /// <param name="b">Second.</param>
    public static TonnesPerDay operator -(TonnesPerDay a, TonnesPerDay b) => new(checked(a.KilogramsPerDay - b.KilogramsPerDay));

    /// <summary>Smaller than.</summary>
    /// <param name="a">First.</param>
    /// <param name="b">Second.</param>
    public static bool operator <(TonnesPerDay a, TonnesPerDay b) => a.KilogramsPerDay < b.KilogramsPerDay;

    /// <summary>Larger than.</summary>
    /// <param name="a">First.</param>
    /// <param name="b">Second.</param>
    public static bool operator >(TonnesPerDay a, TonnesPerDay b) => a.KilogramsPerDay > b.KilogramsPerDay;

    /// <summary>At most.</summary>
    /// <param name="a">First.</param>
    /// <param name="b">Second.</param>
    public static bool operator <=(TonnesPerDay a, TonnesPerDay b) => a.KilogramsPerDay <= b.KilogramsPerDay;

    /// <summary>At least.</summary>
    /// <param name="a">First.</param>
    /// <param name="b">Second.</param>
    public static bool operator >=(TonnesPerDay a, TonnesPerDay b) => a.KilogramsPerDay >= b.KilogramsPerDay;
}
