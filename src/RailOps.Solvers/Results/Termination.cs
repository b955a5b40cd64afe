namespace RailOps.Solvers.Results;

/// <summary>Why a solver stopped. New values go last, because they travel.</summary>
public enum Termination
{
    /// <summary>Nothing was said; never returned by a solver.</summary>
    Unspecified = 0,

    /// <summary>The answer is proved best.</summary>
    Optimal,

    /// <summary>The time limit of <see cref="SolveOptions.TimeLimit"/> passed; the answer is the best found so far.</summary>
    TimeLimit,

    /// <summary>The caller's token was cancelled; the answer is the best found so far.</summary>
    Stopped,

    /// <summary>The numbers are too large to add up exactly, see <see cref="Graphs.FlowGraph.LargestTotal"/>; nothing was solved.</summary>
    OutOfRange,

    /// <summary>
    /// A path of unlimited capacity joins source and sink, so there is no largest value; for costs: goods can go round a cycle of
    /// unlimited arcs at a profit, so there is no least cost.
    /// </summary>
    Unbounded,

    /// <summary>Nothing satisfies the question's own conditions; only questions with such conditions (supplies, lower bounds) have this answer.</summary>
    Infeasible,

    /// <summary>
    /// A solver that counts in floating point called the answer best. What was chosen is evaluated in whole numbers; that nothing is better is
    /// known only up to its tolerance, so value and bound may differ.
    /// </summary>
    WithinTolerance,
}
