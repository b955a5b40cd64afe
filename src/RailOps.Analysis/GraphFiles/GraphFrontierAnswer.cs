using System.Collections.Immutable;

namespace RailOps.Analysis.GraphFiles;

/// <summary>The least flow left for every budget of one resource.</summary>
/// <param name="Model">The question.</param>
/// <param name="VariedResource">Index of the resource whose budget varies.</param>
/// <param name="IsComplete">False: the steps of the smaller budgets are missing, because the search was stopped.</param>
/// <param name="Steps">By budget, ascending; may be empty if not complete.</param>
/// <param name="CertificatesJson">Certificates as JSON, one per step with a proof, in the order of the steps.</param>
/// <param name="Solve">How it was found and what the checks say.</param>
public sealed record GraphFrontierAnswer(
    AttackModel Model,
    int VariedResource,
    bool IsComplete,
    ImmutableArray<GraphFrontierStep> Steps,
    ImmutableArray<string> CertificatesJson,
    GraphSolve Solve);
