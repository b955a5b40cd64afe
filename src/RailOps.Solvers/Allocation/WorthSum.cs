namespace RailOps.Solvers.Allocation;

/// <summary>
/// Sum of weight times delivered flow over unit demand in steps of 2^-62, each term rounded up: never below the true sum, and
/// above it by less than one step a term.
/// </summary>
internal struct WorthSum
{
    private const int FractionBits = 62;

    // More than the rounding of a million terms; two sums that differ by more differ in truth.
    private static readonly UInt128 Slack = 1 << 20;

    private UInt128 _steps;

    public static WorthSum Largest => new() { _steps = UInt128.MaxValue >> 1 };

    public static WorthSum OfWhole(long worth) => new() { _steps = (UInt128)(ulong)worth << FractionBits };

    public static WorthSum Least(WorthSum a, WorthSum b) => a._steps <= b._steps ? a : b;

    public void Add(AllocationDemand demand, long delivered)
    {
        var product = (UInt128)(ulong)demand.Weight * (ulong)delivered;
        var (quotient, remainder) = UInt128.DivRem(product, (ulong)demand.UnitDemand);
        _steps += quotient << FractionBits;
        if (remainder > 0)
            _steps += ((remainder << FractionBits) + (ulong)demand.UnitDemand - 1) / (ulong)demand.UnitDemand;
    }

    /// <summary>True if the true sum here is certainly smaller than the true sum there.</summary>
    public readonly bool IsSurelyBelow(WorthSum other) => _steps + Slack < other._steps;

    /// <summary>The largest multiple of a divisor that the sum reaches; the divisor 0 stands for "all weights are 0".</summary>
    public readonly long RoundedDownTo(long divisor)
    {
        var whole = checked((long)UInt128.Min(_steps >> FractionBits, long.MaxValue));
        return divisor == 0 ? whole : whole - (whole % divisor);
    }
}
