namespace RailOps.Solvers.Allocation;

/// <summary>A node of the search: whole units between two limits per demander, and what it could be worth at most.</summary>
internal sealed record UnitBox(long[] Low, long[] High)
{
    /// <summary>Upper bound on the objective in this box, a multiple of the weights' common divisor.</summary>
    public long Bound { get; init; }

    /// <summary>The demander to branch on: its delivery in the bound is not a whole number of units. -1 if all are whole.</summary>
    public int BranchDemand { get; init; } = -1;

    /// <summary>Whole units of that demander that fit into its delivery.</summary>
    public long BranchUnits { get; init; }

    public UnitBox WithLow(int demand, long low)
    {
        var changed = new UnitBox((long[])Low.Clone(), High);
        changed.Low[demand] = low;
        return changed;
    }

    public UnitBox WithHigh(int demand, long high)
    {
        var changed = new UnitBox(Low, (long[])High.Clone());
        changed.High[demand] = high;
        return changed;
    }
}
