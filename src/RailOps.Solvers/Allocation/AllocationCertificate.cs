using System.Collections.Immutable;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// Data from which anybody can see by adding up that an allocation is best. Only the part of the policy solved is filled.
/// </summary>
/// <param name="FullNeedCut">
/// Cut of the graph for the full needs: the most that can be delivered in all is its capacity plus the needs in front of it.
/// </param>
public sealed record AllocationCertificate(NodeCut FullNeedCut)
{
    /// <summary>Priority: one proof per demander that is short of its wanted count, in order of service.</summary>
    public ImmutableArray<ShortageProof> Shortages { get; init; } = [];

    /// <summary>
    /// Weighted: for each prefix of the demanders sorted by weight per flow unit (largest first, equals by index) a cut whose
    /// capacity plus the prefix's needs in front of it bounds what the prefix can get. Together they bound the objective.
    /// </summary>
    public ImmutableArray<NodeCut> PrefixCuts { get; init; } = [];

    /// <summary>Fair: the levels, smallest share first.</summary>
    public ImmutableArray<FairLevel> FairLevels { get; init; } = [];
}
