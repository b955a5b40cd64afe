using System.Collections.Immutable;
using RailOps.Analysis.Supply;
using RailOps.Solvers.Interdiction;

namespace RailOps.Analysis.Interdiction;

/// <summary>The worst that an enemy can do.</summary>
/// <param name="Question">The question.</param>
/// <param name="SustainedCount">Whole divisions sustained before the attack, at the three levels.</param>
/// <param name="DeliveredKilogramsPerDay">Delivered before the attack (kg/day, best values).</param>
/// <param name="Plans">The plans, best first; at least one.</param>
/// <param name="State">What the best plan leaves, the bound and the gap, in the unit of the objective.</param>
/// <param name="TargetCount">Things that could be struck.</param>
/// <param name="Headline">The answer in one sentence.</param>
/// <param name="Sentences">What each front loses, what the bound proves, what holds the flow back afterwards.</param>
/// <param name="Assumptions">What was taken for granted.</param>
/// <param name="Solve">How it was solved.</param>
/// <param name="CertificateJson">Writes the certificate (docs/certificates.md); null: not proven.</param>
public sealed record InterdictionAnswer(
    AttackQuestion Question,
    LevelCount SustainedCount,
    long DeliveredKilogramsPerDay,
    ImmutableArray<PlanEffect> Plans,
    SearchState State,
    int TargetCount,
    string Headline,
    ImmutableArray<string> Sentences,
    ImmutableArray<string> Assumptions,
    SolveFacts Solve,
    Func<string>? CertificateJson)
{
    /// <summary>The question as the solver of delivered tonnes got it; null with the other objectives.</summary>
    public InterdictionProblem? Attack { get; init; }
}
