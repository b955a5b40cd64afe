using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Fortification;

/// <summary>
/// Answer to a fortification question. Made only by the factories: Optimal exactly when value and bound are proved to meet, a
/// defence (perhaps empty) always, a certificate only with Optimal or Unbounded.
/// </summary>
public sealed class FortificationResult
{
    private FortificationResult(Termination termination, ImmutableArray<int> defence, ImmutableArray<long> costs, long value, long bound)
    {
        (Termination, Defence, Costs) = (termination, defence, costs);
        (Value, Bound) = (value, bound);
    }

    /// <summary>
    /// Why the solver stopped: Optimal, TimeLimit, Stopped, OutOfRange, or Unbounded (proved: no attack behind the defence breaks all
    /// paths of unlimited capacity).
    /// </summary>
    public Termination Termination { get; }

    /// <summary>
    /// The protections chosen, ascending. None is in vain if Optimal or Unbounded: without any one of them the best attack leaves less.
    /// </summary>
    public ImmutableArray<int> Defence { get; }

    /// <summary>What they cost together, per resource of the defender.</summary>
    public ImmutableArray<long> Costs { get; }

    /// <summary>
    /// Flow units that every attack behind the defence is proved to leave, or <see cref="FlowGraph.Unlimited"/>: exactly what the best
    /// attack leaves if Optimal, 0 if OutOfRange.
    /// </summary>
    public long Value { get; }

    /// <summary>Flow units that no defence can exceed, or <see cref="FlowGraph.Unlimited"/>; equal to <see cref="Value"/> if Optimal.</summary>
    public long Bound { get; }

    /// <summary><see cref="GapBetween"/> of value and bound.</summary>
    public double Gap => GapBetween(Value, Bound);

    /// <summary>Flow units left by the best attack if nothing is protected; null if stopped before it was known.</summary>
    public long? ValueUnprotected { get; private init; }

    /// <summary>The best attack behind the defence, or the best found if stopped; null if OutOfRange.</summary>
    public AttackPlan? Attack { get; private init; }

    /// <summary>The best attack if nothing is protected, or the best found if stopped; null if OutOfRange.</summary>
    public AttackPlan? UnprotectedAttack { get; private init; }

    /// <summary>What proves the defence best; null unless Optimal or Unbounded and asked for.</summary>
    public FortificationCertificate? Certificate { get; private init; }

    /// <summary>Work done.</summary>
    public FortificationStatistics Statistics { get; private init; } = FortificationStatistics.None;

    /// <summary>Share of the bound that may still be gained: (bound - value) / bound; 0 if they are equal.</summary>
    /// <param name="value">Flow units kept by a defence.</param>
    /// <param name="bound">Flow units that no defence exceeds, at least <paramref name="value"/>.</param>
    public static double GapBetween(long value, long bound) => InterdictionResult.GapBetween(bound, value);

    internal static FortificationResult Proved(Draft draft, FortificationCertificate? certificate)
    {
        var termination = draft.Value == FlowGraph.Unlimited ? Termination.Unbounded : Termination.Optimal;
        return Make(termination, draft, draft.Value, certificate);
    }

    internal static FortificationResult Interrupted(Termination reason, Draft draft, long bound)
    {
        if (reason is not (Termination.TimeLimit or Termination.Stopped))
            throw new ArgumentException($"The reason should be TimeLimit or Stopped, but is {reason}.", nameof(reason));
        if (bound < draft.Value)
            throw new ArgumentException($"The bound should be at least the value {draft.Value}, but is {bound}.", nameof(bound));
        return Make(reason, draft, bound, certificate: null);
    }

    internal static FortificationResult OutOfRange() => new(Termination.OutOfRange, [], [], 0, 0);

    /// <summary>The same answer with other contents, however wrong: what the tests of the checker feed it.</summary>
    internal FortificationResult With(Draft draft, FortificationCertificate? certificate) => Make(Termination, draft, Bound, certificate);

    private static FortificationResult Make(Termination termination, Draft draft, long bound, FortificationCertificate? certificate) =>
        new(termination, draft.Defence, draft.Costs, draft.Value, bound)
        {
            ValueUnprotected = draft.ValueUnprotected,
            Attack = draft.Attack,
            UnprotectedAttack = draft.UnprotectedAttack,
            Certificate = certificate,
            Statistics = draft.Statistics,
        };

    /// <summary>What every answer but OutOfRange has.</summary>
    internal sealed record Draft(
        ImmutableArray<int> Defence,
        ImmutableArray<long> Costs,
        long Value,
        long? ValueUnprotected,
        AttackPlan Attack,
        AttackPlan UnprotectedAttack,
        FortificationStatistics Statistics);
}
