namespace RailOps.Solvers.MinCost;

/// <summary>What a flow has to achieve before its cost is looked at. New values go last, because they travel.</summary>
public enum MinCostFlowGoal
{
    /// <summary>Nothing was said; never in a problem.</summary>
    Unspecified = 0,

    /// <summary>Every node gives or takes a stated amount.</summary>
    Balance,

    /// <summary>The sources together send a stated amount to the sinks.</summary>
    Amount,

    /// <summary>The sources send as much to the sinks as can pass.</summary>
    Largest,
}
