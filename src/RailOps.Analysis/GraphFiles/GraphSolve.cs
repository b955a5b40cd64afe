using RailOps.Solvers.Checking;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.GraphFiles;

/// <summary>How an answer was found, and what an independent check of it says.</summary>
/// <param name="Termination">Why the solver stopped.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Check">What the checker found; of several checks the first refusal.</param>
/// <param name="Statistics">Work done.</param>
/// <param name="Duration">Time of the search, without reading the files and without the check.</param>
/// <param name="CheckDuration">Time of the check.</param>
public sealed record GraphSolve(
    Termination Termination, string Method, CheckReport Check, SolveStatistics Statistics, TimeSpan Duration, TimeSpan CheckDuration);
