using System.Collections.Immutable;

namespace RailOps.Analysis.GraphFiles;

/// <summary>Which attacks leave the least, amounts in the file's own units.</summary>
/// <param name="Model">The question.</param>
/// <param name="FlowBefore">Maximum flow before any attack; null: unlimited.</param>
/// <param name="IsFlowBeforeKnown">False: the search stopped before it was known.</param>
/// <param name="Bound">What every plan within the budgets leaves at least; null: unlimited.</param>
/// <param name="GapRatio">Share of the flow left that a better plan could still take away, 0 to 1; 0: none.</param>
/// <param name="Plans">The best plan first; not empty.</param>
/// <param name="Cut">The cut under the best plan; null if the flow left is unlimited.</param>
/// <param name="CertificateJson">The certificate as JSON (docs/certificates.md); null if there is no proof.</param>
/// <param name="Solve">How it was found and what the check says.</param>
public sealed record GraphInterdictionAnswer(
    AttackModel Model,
    decimal? FlowBefore,
    bool IsFlowBeforeKnown,
    decimal? Bound,
    double GapRatio,
    ImmutableArray<GraphPlan> Plans,
    GraphCut? Cut,
    string? CertificateJson,
    GraphSolve Solve);
