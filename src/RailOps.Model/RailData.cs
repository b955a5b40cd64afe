using System.Collections.Immutable;
using RailOps.Model.Backtests;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;
using RailOps.Model.Timelines;

namespace RailOps.Model;

/// <summary>Everything in the folder <c>networks</c>, read, checked and frozen.</summary>
/// <param name="Base">The infrastructure base.</param>
/// <param name="Doctrine">Formation types and planning factors.</param>
/// <param name="Timelines">Timelines, sorted by id (ordinal).</param>
/// <param name="CapacityNetworks">Networks given by capacities alone, sorted by id (ordinal).</param>
/// <param name="Revision">Fingerprint of all files: the first 16 hexadecimal digits of a SHA-256 over names and contents; back-tests are
/// left out, since no answer rests on them.</param>
public sealed record RailData(
    BaseNetwork Base,
    DoctrineTables Doctrine,
    ImmutableArray<Timeline> Timelines,
    ImmutableArray<CapacityNetwork> CapacityNetworks,
    string Revision)
{
    /// <summary>Questions to the model beside what history observed, in the order of their file; none if there is no such file.</summary>
    public ImmutableArray<BacktestCase> Backtests { get; init; } = [];
}
