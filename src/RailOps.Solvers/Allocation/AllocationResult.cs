using System.Collections.Immutable;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// Answer to an allocation question. Made only by the factories: a certificate is there exactly with
/// <see cref="Termination.Optimal"/>; allocation and flow are empty with OutOfRange and feasible otherwise.
/// </summary>
public sealed class AllocationResult
{
    private AllocationResult(AllocationPolicy policy, Termination termination, SolveStatistics statistics)
    {
        Policy = policy;
        Termination = termination;
        Statistics = statistics;
    }

    /// <summary>The policy asked for.</summary>
    public AllocationPolicy Policy { get; }

    /// <summary>Why the solver stopped: Optimal, TimeLimit, Stopped, OutOfRange or WithinTolerance.</summary>
    public Termination Termination { get; }

    /// <summary>Whole units sustained per demander.</summary>
    public ImmutableArray<long> UnitCounts { get; private init; } = [];

    /// <summary>Flow units delivered per demander: at least what its whole units need, at most its full need.</summary>
    public ImmutableArray<long> Delivered { get; private init; } = [];

    /// <summary>Flow per arc of the problem's graph in flow units, tail to head positive, negative only on edges.</summary>
    public ImmutableArray<long> ArcFlow { get; private init; } = [];

    /// <summary>
    /// Sum of <see cref="Delivered"/>. Priority and Weighted, if Optimal: the most that can be delivered in all. Fair: less than
    /// one flow unit a demander below that.
    /// </summary>
    public long TotalDelivered { get; private init; }

    /// <summary>One entry per node for the minimum cut for the full needs: true if goods still reach the node; empty unless Optimal.</summary>
    public ImmutableArray<bool> SourceSide => Certificate?.FullNeedCut.SourceSide ?? [];

    /// <summary>Nodes whose own capacity is part of that cut, ascending; empty unless Optimal.</summary>
    public ImmutableArray<int> CutNodes => Certificate?.FullNeedCut.CutNodes ?? [];

    /// <summary>Sum of weight times whole units.</summary>
    public long Objective { get; private init; }

    /// <summary>Weighted: proven upper bound on <see cref="Objective"/>, equal to it if Optimal. Null under the other policies and if OutOfRange.</summary>
    public long? Bound { get; private init; }

    /// <summary>What proves the answer; null unless Optimal.</summary>
    public AllocationCertificate? Certificate { get; private init; }

    /// <summary>Work done.</summary>
    public SolveStatistics Statistics { get; }

    internal static AllocationResult Optimal(
        AllocationPolicy policy, Allotment allotment, AllocationCertificate certificate, SolveStatistics statistics) =>
        Fill(policy, Termination.Optimal, allotment, certificate, policy == AllocationPolicy.Weighted ? allotment.Objective : null, statistics);

    internal static AllocationResult Interrupted(
        AllocationPolicy policy, Termination reason, Allotment allotment, long? bound, SolveStatistics statistics)
    {
        if (reason is not (Termination.TimeLimit or Termination.Stopped))
            throw new ArgumentException($"The reason should be TimeLimit or Stopped, but is {reason}.", nameof(reason));
        return Fill(policy, reason, allotment, certificate: null, bound, statistics);
    }

    /// <summary>What a solver in floating point calls best, delivered and evaluated in whole numbers.</summary>
    internal static AllocationResult WithinTolerance(AllocationPolicy policy, Allotment allotment, long? bound, SolveStatistics statistics) =>
        Fill(policy, Termination.WithinTolerance, allotment, certificate: null, bound, statistics);

    internal static AllocationResult OutOfRange(AllocationPolicy policy) => new(policy, Termination.OutOfRange, SolveStatistics.None);

    /// <summary>The same answer with other contents, however wrong: what the tests of the checker feed it.</summary>
    internal AllocationResult With(Allotment allotment, AllocationCertificate? certificate) =>
        Fill(Policy, Termination, allotment, certificate, Bound, Statistics);

    private static AllocationResult Fill(
        AllocationPolicy policy, Termination termination, Allotment allotment, AllocationCertificate? certificate, long? bound, SolveStatistics statistics) =>
        new(policy, termination, statistics)
        {
            UnitCounts = allotment.UnitCounts,
            Delivered = allotment.Delivered,
            ArcFlow = allotment.ArcFlow,
            TotalDelivered = allotment.Delivered.Sum(),
            Objective = allotment.Objective,
            Bound = bound,
            Certificate = certificate,
        };
}
