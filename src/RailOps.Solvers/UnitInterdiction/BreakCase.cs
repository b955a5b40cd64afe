using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>
/// The question whether the plans of a node can break a witness by a cut with a certain demander behind it, as far as it has been
/// looked into. Immutable.
/// </summary>
/// <param name="Demand">The demander behind the cut.</param>
/// <param name="Needed">What the witness needs of the demanders that may be behind the cut; a plan breaks it by a cut that lets less through.</param>
/// <param name="Net">The net of the last step.</param>
internal sealed record BreakCase(int Demand, long Needed, AttackNet Net)
{
    /// <summary>What the last step merged; null before the first.</summary>
    public NetContraction? Contraction { get; init; }

    /// <summary>The cut with the best bound of the last step; null before the first.</summary>
    public PricedCut? Cut { get; init; }

    /// <summary>Steps done since the node was opened, for the proof.</summary>
    public ImmutableList<UnitProofRound> Rounds { get; init; } = [];
}
