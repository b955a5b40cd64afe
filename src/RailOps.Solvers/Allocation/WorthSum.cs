namespace RailOps.Solvers.Allocation;

/// <summary>
/// Sum of weight times delivered flow over unit demand in steps of 2^-62, each term rounded up: never below the true sum, and
/// above it by less than one step a term.
/// </summary>
internal struct WorthSum
{
    private const int FractionBits = 62;

    private UInt128 _steps;

    public void AddWhole(long worth) => _steps += (UInt128)(ulong)worth << FractionBits;

    public void Add(AllocationDemand demand, long delivered)
    {
        var product = (UInt128)(ulong)demand.Weight * (ulong)delivered;
        var (quotient, remainder) = UInt128.DivRem(product, (ulong)demand.UnitDemand);
        _steps += quotient << FractionBits;
        if (remainder > 0)
            _steps += ((remainder << FractionBits) + (ulong)demand.UnitDemand - 1) / (ulong)demand.UnitDemand;
    }

    /// <summary>The largest multiple of a divisor that the sum reaches; the divisor 0 stands for "all weights are 0".</summary>
    public readonly long RoundedDownTo(long divisor)
    {
        var whole = (long)UInt128.Min(_steps >> FractionBits, long.MaxValue);
        return divisor == 0 ? whole : whole - (whole % divisor);
    }
}
