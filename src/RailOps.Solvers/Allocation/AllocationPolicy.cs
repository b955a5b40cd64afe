namespace RailOps.Solvers.Allocation;

/// <summary>What a best allocation is.</summary>
public enum AllocationPolicy
{
    /// <summary>Strict order: as many whole units as possible for the first demander, then for the second, and so on.</summary>
    Priority = 0,

    /// <summary>Largest sum of weight times whole units; among equals more units for earlier demanders.</summary>
    Weighted = 1,

    /// <summary>Largest smallest share of need, then the next smallest, and so on (max-min fair).</summary>
    Fair = 2,
}
