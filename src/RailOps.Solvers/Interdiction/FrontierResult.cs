using System.Collections.Immutable;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>Every budget at which more damage becomes possible.</summary>
/// <param name="Termination">
/// Optimal if complete; TimeLimit or Stopped if the points of the smaller budgets are missing (what is there is exact but for the
/// first, which may be reached for less); OutOfRange.
/// </param>
/// <param name="Points">By budget, ascending; the first has budget 0 if complete.</param>
/// <param name="Statistics">Work done.</param>
public sealed record FrontierResult(Termination Termination, ImmutableArray<FrontierPoint> Points, SolveStatistics Statistics);
