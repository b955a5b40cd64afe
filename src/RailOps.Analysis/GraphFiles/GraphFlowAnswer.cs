using System.Collections.Immutable;

namespace RailOps.Analysis.GraphFiles;

/// <summary>The most that can pass, amounts in the file's own units.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Sources">Names of the sources.</param>
/// <param name="Sinks">Names of the sinks.</param>
/// <param name="Flow">The maximum flow, or the flow found so far; null: unlimited.</param>
/// <param name="Cuts">Minimum cuts, the one nearest the sources first; empty if the flow is unlimited or was not finished.</param>
/// <param name="IsCutUnique">True: no other set of edges and nodes is a minimum cut.</param>
/// <param name="Flows">Edges that carry flow, in the order of the file.</param>
/// <param name="UnlimitedPath">Ids of the edges of a path without limit, if the flow is unlimited.</param>
/// <param name="Reason">Why this solver was chosen.</param>
/// <param name="CertificateJson">The certificate as JSON (docs/certificates.md); null if not asked for or if there is no proof.</param>
/// <param name="Solve">How it was found and what the check says.</param>
public sealed record GraphFlowAnswer(
    NamedGraph Graph,
    ImmutableArray<string> Sources,
    ImmutableArray<string> Sinks,
    decimal? Flow,
    ImmutableArray<GraphCut> Cuts,
    bool IsCutUnique,
    ImmutableArray<GraphEdgeFlow> Flows,
    ImmutableArray<string> UnlimitedPath,
    string Reason,
    string? CertificateJson,
    GraphSolve Solve);
