namespace RailOps.Solvers.MinCost;

/// <summary>Why a run of pivots ended.</summary>
internal enum SimplexOutcome
{
    /// <summary>No arc has a reduced cost of the wrong sign.</summary>
    Optimal,

    /// <summary>A cycle of unlimited arcs earns without end.</summary>
    Ray,

    /// <summary>The stop signal was raised.</summary>
    Interrupted,
}
