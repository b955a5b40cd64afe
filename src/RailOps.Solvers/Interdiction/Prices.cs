namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Price of each resource, in parts of a flow unit per unit of the resource. An attack pays its price out of the flow it saves
/// instead of out of the budget; what it costs is shared evenly among the elements of its target, rounded down.
/// </summary>
internal readonly struct Prices(long[] perResource)
{
    // More than any capacity in parts: an attack at this price is never worth it.
    private const long Saturated = 1L << 60;

    public long[] PerResource { get; } = perResource;

    /// <summary>Price of an attack in parts, at most 2^60.</summary>
    public long Of(ReadOnlySpan<long> cost)
    {
        var sum = 0L;
        for (var resource = 0; resource < cost.Length; resource++)
        {
            var high = Math.BigMul(PerResource[resource], cost[resource], out long low);
            if (high != 0 || low < 0 || low > Saturated - sum)
                return Saturated;
            sum += low;
        }

        return sum;
    }

    /// <summary>Price of a whole budget in parts, exact.</summary>
    public Int128 OfBudget(ReadOnlySpan<long> budget)
    {
        Int128 sum = 0;
        for (var resource = 0; resource < budget.Length; resource++)
            sum += (Int128)PerResource[resource] * budget[resource];
        return sum;
    }
}
