using System.Collections.Immutable;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>The flow of one case in a <see cref="SumProofRound"/>.</summary>
/// <param name="Pieces">Ids of the pieces that carry flow, ascending; docs/certificates.md tells how pieces are numbered.</param>
/// <param name="Flows">Flow on each of them in parts, positive from tail to head.</param>
public sealed record SumCaseFlow(ImmutableArray<int> Pieces, ImmutableArray<long> Flows);
