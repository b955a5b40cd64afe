using System.Collections.Immutable;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Timelines;

namespace RailOps.Model;

/// <summary>Everything in the folder <c>networks</c>, read, checked and frozen.</summary>
/// <param name="Base">The infrastructure base.</param>
/// <param name="Doctrine">Formation types and planning factors.</param>
/// <param name="Timelines">Timelines, sorted by id (ordinal).</param>
/// <param name="CapacityNetworks">Networks given by capacities alone, sorted by id (ordinal).</param>
/// <param name="Revision">Fingerprint of all files: the first 16 hexadecimal digits of a SHA-256 over names and contents.</param>
public sealed record RailData(
    BaseNetwork Base,
    DoctrineTables Doctrine,
    ImmutableArray<Timeline> Timelines,
    ImmutableArray<CapacityNetwork> CapacityNetworks,
    string Revision);
