namespace RailOps.Solvers.Programs;

/// <summary>Why a solver of programs stopped. New values go last.</summary>
public enum ProgramTermination
{
    /// <summary>Nothing was said; never returned.</summary>
    Unspecified = 0,

    /// <summary>Best within the tolerance stated, as far as floating point can tell.</summary>
    Optimal,

    /// <summary>Feasible within the tolerance; a limit stopped the solver before it called it best.</summary>
    Feasible,

    /// <summary>No values satisfy all rows, as far as floating point can tell.</summary>
    Infeasible,

    /// <summary>The objective has no limit. Some solvers also say so of programs that are infeasible.</summary>
    Unbounded,

    /// <summary>The time limit passed before values were found.</summary>
    TimeLimit,

    /// <summary>The caller's token was cancelled before values were found.</summary>
    Stopped,
}
