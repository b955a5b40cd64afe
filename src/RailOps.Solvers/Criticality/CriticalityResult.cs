using System.Collections.Immutable;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Criticality;

/// <summary>Targets, or pairs of them, by what their loss does.</summary>
/// <param name="Termination">
/// Optimal: complete and exact. TimeLimit, Stopped: what is listed is exact, others are missing. OutOfRange, Unbounded: nothing
/// was ranked.
/// </param>
/// <param name="Before">Maximum flow with nothing lost, in flow units.</param>
/// <param name="Elements">Single losses, largest first, then by target.</param>
/// <param name="Pairs">
/// Losses of two at once that do more than either alone, largest first, then by targets; all other pairs lose what the more
/// critical of the two loses. Empty if not asked for.
/// </param>
/// <param name="Statistics">Work done.</param>
public sealed record CriticalityResult(
    Termination Termination, long Before, ImmutableArray<CriticalElement> Elements, ImmutableArray<CriticalPair> Pairs, SolveStatistics Statistics)
{
    /// <summary>Why it is right; null if it was not asked for, or the ranking is not complete.</summary>
    public CriticalityCertificate? Certificate { get; init; }
}
