using System.Collections.Immutable;

namespace RailOps.Solvers.Criticality;

/// <summary>
/// Why a ranking is right (docs/certificates.md): a largest flow with its cut for the whole net and for every loss that changes it. A loss that
/// takes nothing from a flow that is there leaves that flow.
/// </summary>
/// <param name="Flows">
/// First the whole net; then single losses by target, and losses of two, by targets; only those that can change something.
/// </param>
public sealed record CriticalityCertificate(ImmutableArray<LossFlow> Flows);
