using System.Collections.Immutable;
using RailOps.Analysis.Supply;

namespace RailOps.Analysis.Interdiction;

/// <summary>Who attacks what with what. Immutable.</summary>
/// <param name="Supply">The situation before the attack, and how the attacked side shares scarce capacity.</param>
/// <param name="AttackerSideId">The attacker.</param>
/// <param name="Budgets">What may be spent; a resource not named cannot be used. At least one, each named once.</param>
/// <param name="Modes">The ways to strike, ids unique.</param>
/// <param name="ExcludedTargets">Kinds and ids that cannot be struck, as <see cref="RailTarget.Key"/>.</param>
/// <param name="Objective">What the attacker wants.</param>
public sealed record AttackQuestion(
    SupplyQuestion Supply,
    string AttackerSideId,
    ImmutableArray<ResourceBudget> Budgets,
    ImmutableArray<AttackMode> Modes,
    ImmutableHashSet<string> ExcludedTargets,
    AttackObjective Objective)
{
    /// <summary>Days that count for <see cref="AttackObjective.CumulativeTonnes"/>, 1 or more.</summary>
    public int HorizonDays { get; init; } = 30;

    /// <summary>Seed of the samples of <see cref="AttackObjective.ExpectedTonnes"/>.</summary>
    public ulong SampleSeed { get; init; } = 1;
}
