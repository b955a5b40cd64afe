using System.Collections.Immutable;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// One term of a <see cref="ScenarioSumProblem"/>: a maximum flow in which some of the attacks take effect and others do not (they
/// failed, or their damage is repaired). An attack is paid for whether it takes effect or not. Immutable.
/// </summary>
/// <param name="Weight">How many times the case's flow counts, 1 or more: days, draws, value of a flow unit.</param>
/// <param name="InEffect">
/// One entry per target, bit l for its level l: set if an attack at that level takes effect in this case; else the target keeps its
/// capacities. The default value means that every attack takes effect.
/// </param>
public sealed record SumCase(long Weight, ImmutableArray<ulong> InEffect = default)
{
    /// <summary>The nodes that take flow in this case; the default value means the sinks of the problem.</summary>
    public ImmutableArray<int> Sinks { get; init; }

    /// <summary>True if an attack takes effect in this case.</summary>
    /// <param name="target">Index of the target.</param>
    /// <param name="level">Index of its level.</param>
    public bool IsInEffect(int target, int level) => InEffect.IsDefault || (InEffect[target] >> level & 1) == 1;
}
