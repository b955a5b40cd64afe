using RailOps.Solvers.Results;

namespace RailOps.Solvers.Fortification;

/// <summary>Work done, counted in operations that do not depend on the machine.</summary>
/// <param name="SearchNodeCount">Nodes of the defender's tree.</param>
/// <param name="AttackSearchCount">Interdiction problems solved, as far as was needed.</param>
/// <param name="ReuseCount">Nodes settled or split by an attack found before, without solving anything.</param>
/// <param name="AttackWork">Work of all attack searches together.</param>
public sealed record FortificationStatistics(long SearchNodeCount, long AttackSearchCount, long ReuseCount, SolveStatistics AttackWork)
{
    /// <summary>No work at all.</summary>
    public static FortificationStatistics None { get; } = new(0, 0, 0, SolveStatistics.None);
}
