namespace RailOps.OrTools.Hosts;

/// <summary>What OR-Tools says of a program; the numbers are those of <c>MPSolverResponseStatus</c>.</summary>
public enum ProgramStatus
{
    /// <summary>Best.</summary>
    Optimal = 0,

    /// <summary>Stopped with values.</summary>
    Feasible = 1,

    /// <summary>No values.</summary>
    Infeasible = 2,

    /// <summary>No limit.</summary>
    Unbounded = 3,

    /// <summary>Numerical trouble.</summary>
    Abnormal = 4,

    /// <summary>The program makes no sense to the solver.</summary>
    ModelInvalid = 5,

    /// <summary>Stopped without values.</summary>
    NotSolved = 6,
}
