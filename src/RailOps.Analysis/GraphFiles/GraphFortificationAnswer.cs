using System.Collections.Immutable;

namespace RailOps.Analysis.GraphFiles;

/// <summary>Which protections keep the most under the best attack, amounts in the file's own units.</summary>
/// <param name="Model">The attacker's question.</param>
/// <param name="DefenceBudget">What the defender may spend.</param>
/// <param name="DefenceCost">What the defence costs.</param>
/// <param name="ProtectableCount">Edges and nodes that can be protected.</param>
/// <param name="Defence">The protections, none in vain.</param>
/// <param name="FlowKept">What the best attack behind the defence leaves; null: unlimited.</param>
/// <param name="Bound">What no defence can exceed; null: unlimited.</param>
/// <param name="GapRatio">Share of the bound that a better defence could still gain, 0 to 1; 0: none.</param>
/// <param name="FlowUnprotected">What the best attack leaves if nothing is protected; null: unlimited.</param>
/// <param name="IsUnprotectedKnown">False: the search stopped before it was known.</param>
/// <param name="Attack">The best attack behind the defence, or the best found.</param>
/// <param name="Cut">The cut under that attack; null if the flow kept is unlimited.</param>
/// <param name="CertificateJson">The certificate as JSON (docs/certificates.md); null if there is no proof.</param>
/// <param name="Solve">How it was found and what the check says.</param>
public sealed record GraphFortificationAnswer(
    AttackModel Model,
    decimal DefenceBudget,
    decimal DefenceCost,
    int ProtectableCount,
    ImmutableArray<GraphProtection> Defence,
    decimal? FlowKept,
    decimal? Bound,
    double GapRatio,
    decimal? FlowUnprotected,
    bool IsUnprotectedKnown,
    GraphPlan Attack,
    GraphCut? Cut,
    string? CertificateJson,
    GraphSolve Solve);
