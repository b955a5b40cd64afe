using System.Collections.Immutable;
using RailOps.Analysis.Supply;
using RailOps.Solvers.Interdiction;

namespace RailOps.Analysis.Interdiction;

/// <summary>What to guard.</summary>
/// <param name="SustainedCount">Whole divisions sustained before any attack, at the three levels.</param>
/// <param name="DeliveredKilogramsPerDay">Delivered before any attack (kg/day, best values).</param>
/// <param name="Guards">The guards, by what would be lost without each, most first.</param>
/// <param name="UnguardedPlan">The enemy's best attack without guards.</param>
/// <param name="GuardedPlan">The enemy's best attack against the guards.</param>
/// <param name="State">What is kept, the bound and the gap.</param>
/// <param name="GuardableCount">Things that could be guarded.</param>
/// <param name="Headline">The answer in one sentence.</param>
/// <param name="Sentences">What the guards save and what the proof shows.</param>
/// <param name="Solve">How it was solved.</param>
/// <param name="CertificateJson">Writes the certificate (docs/certificates.md); null: not proven.</param>
public sealed record FortificationAnswer(
    LevelCount SustainedCount,
    long DeliveredKilogramsPerDay,
    ImmutableArray<PostedGuard> Guards,
    PlanEffect UnguardedPlan,
    PlanEffect GuardedPlan,
    SearchState State,
    int GuardableCount,
    string Headline,
    ImmutableArray<string> Sentences,
    SolveFacts Solve,
    Func<string>? CertificateJson)
{
    /// <summary>What the attacker can do behind the guards, as the solvers get it.</summary>
    public required InterdictionProblem AttackBehindGuards { get; init; }
}
