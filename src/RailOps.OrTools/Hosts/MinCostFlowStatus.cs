namespace RailOps.OrTools.Hosts;

/// <summary>What OR-Tools says of a cheapest flow; the numbers are those of <c>SimpleMinCostFlow::Status</c>.</summary>
public enum MinCostFlowStatus
{
    /// <summary>Not solved.</summary>
    NotSolved = 0,

    /// <summary>The cheapest.</summary>
    Optimal = 1,

    /// <summary>A flow, not proven the cheapest.</summary>
    Feasible = 2,

    /// <summary>No flow meets the supplies.</summary>
    Infeasible = 3,

    /// <summary>The supplies do not sum to 0.</summary>
    Unbalanced = 4,

    /// <summary>It broke down.</summary>
    BadResult = 5,

    /// <summary>The costs are too large for it.</summary>
    BadCostRange = 6,

    /// <summary>The capacities are too large for it.</summary>
    BadCapacityRange = 7,
}
