using System.Collections.Immutable;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// One step of a proof: a flow in every case that fits the graph before open attacks, and a price per resource. How much an attack
/// would take off the flows, less what it costs at these prices, tells what any plan leaves at least. See docs/certificates.md.
/// </summary>
/// <param name="Scale">The number of parts a flow unit is divided into, 1 or more.</param>
/// <param name="Prices">Price per unit of each resource, in parts, 0 or more.</param>
/// <param name="Flows">One flow per case.</param>
public sealed record SumProofRound(long Scale, ImmutableArray<long> Prices, ImmutableArray<SumCaseFlow> Flows);
