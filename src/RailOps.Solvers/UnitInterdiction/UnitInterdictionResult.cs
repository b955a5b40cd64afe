using System.Collections.Immutable;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>Answer to a <see cref="UnitInterdictionProblem"/>. Made only by the solver; a plan is there unless OutOfRange.</summary>
public sealed class UnitInterdictionResult
{
    private UnitInterdictionResult(Termination termination, UnitAttackPlan? plan, long bound, SolveStatistics statistics)
    {
        Termination = termination;
        Plan = plan;
        Bound = bound;
        Statistics = statistics;
    }

    /// <summary>Why the solver stopped: Optimal, TimeLimit, Stopped or OutOfRange.</summary>
    public Termination Termination { get; }

    /// <summary>
    /// The best plan; null only if OutOfRange. If stopped so early that <see cref="WorthBefore"/> is null: no attacks, and all that is
    /// wanted as if it could be served.
    /// </summary>
    public UnitAttackPlan? Plan { get; }

    /// <summary>Worth of the whole units that the best plan leaves; 0 if OutOfRange.</summary>
    public long Worth => Plan?.Worth ?? 0;

    /// <summary>Whole units per demander of an allocation of that worth; empty if OutOfRange.</summary>
    public ImmutableArray<long> UnitCounts => Plan?.UnitCounts ?? [];

    /// <summary>Worth of the whole units that can be served before any attack; null if stopped before it was known.</summary>
    public long? WorthBefore { get; private init; }

    /// <summary>Worth that every plan within the budgets leaves at least; equal to <see cref="Worth"/> if Optimal.</summary>
    public long Bound { get; }

    /// <summary><see cref="GapBetween"/> of worth and bound.</summary>
    public double Gap => GapBetween(Worth, Bound);

    /// <summary>What proves the best plan best; null unless Optimal and asked for.</summary>
    public UnitInterdictionCertificate? Certificate { get; private init; }

    /// <summary>Work done.</summary>
    public SolveStatistics Statistics { get; }

    /// <summary>Share of the worth that may still be saved: (worth - bound) / worth; 0 if they are equal.</summary>
    /// <param name="worth">Worth left by a plan.</param>
    /// <param name="bound">Worth left by every plan, at most <paramref name="worth"/>.</param>
    public static double GapBetween(long worth, long bound) => worth == bound ? 0 : (double)(worth - bound) / worth;

    internal static UnitInterdictionResult Proved(
        UnitAttackPlan plan, long worthBefore, UnitInterdictionCertificate? certificate, SolveStatistics statistics) =>
        new(Termination.Optimal, plan, plan.Worth, statistics) { WorthBefore = worthBefore, Certificate = certificate };

    internal static UnitInterdictionResult Interrupted(
        Termination reason, UnitAttackPlan plan, long bound, long? worthBefore, SolveStatistics statistics)
    {
        if (reason is not (Termination.TimeLimit or Termination.Stopped))
            throw new ArgumentException($"The reason should be TimeLimit or Stopped, but is {reason}.", nameof(reason));
        if (bound > plan.Worth)
            throw new ArgumentException($"The bound should be at most the worth {plan.Worth}, but is {bound}.", nameof(bound));
        return new UnitInterdictionResult(reason, plan, bound, statistics) { WorthBefore = worthBefore };
    }

    internal static UnitInterdictionResult OutOfRange() => new(Termination.OutOfRange, null, 0, SolveStatistics.None);

    /// <summary>The same answer with other contents, however wrong: what the tests of the checker feed it.</summary>
    internal UnitInterdictionResult With(UnitAttackPlan plan, UnitInterdictionCertificate? certificate) =>
        new(Termination, plan, Bound, Statistics) { WorthBefore = WorthBefore, Certificate = certificate };
}
