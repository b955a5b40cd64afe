using System.Collections.Immutable;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// One step of a proof: prices for the resources and a flow that is feasible when every attack still open costs its price instead
/// of the budget. See docs/certificates.md.
/// </summary>
/// <param name="Scale">The number of parts a flow unit is divided into, 1 or more.</param>
/// <param name="Prices">Price per unit of each resource, in parts of flow units, 0 or more.</param>
/// <param name="Pieces">Ids of the pieces that carry flow, ascending; docs/certificates.md tells how pieces are numbered.</param>
/// <param name="Flows">Flow on each of them in parts, positive from tail to head.</param>
public sealed record InterdictionProofRound(
    long Scale, ImmutableArray<long> Prices, ImmutableArray<int> Pieces, ImmutableArray<long> Flows);
