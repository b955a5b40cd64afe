namespace RailOps.Solvers.MinCost;

/// <summary>What pricing reads of an arc, side by side in memory.</summary>
internal struct SimplexArc
{
    public int Tail;
    public int Head;
    public long Cost;
}
