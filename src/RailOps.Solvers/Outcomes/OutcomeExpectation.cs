using System.Collections.Immutable;
using System.Numerics;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Outcomes;

/// <summary>
/// Problem: each attack of a plan succeeds with its own chance, independently of the others, and otherwise does nothing. How much
/// flow is left on average, and how likely is each value?
/// <para>
/// Method: all 2^k outcomes of the k attacks that are neither certain nor impossible, in the order of a Gray code (F. Gray 1953), so that
/// each differs from the one before in one attack and one warm-started maximum flow tells its value. Beyond
/// <see cref="OutcomeOptions.LargestExactCount"/> a seeded sample, with the exact bounds that all attacks failing and all succeeding give.
/// </para>
/// <para>
/// Numbers: exact path in whole numbers of any size, over the common denominator 1,000,000^k; no floating point. Sampled path: the mean
/// is an exact fraction, the interval floating point.
/// </para>
/// <para>Not to be confused with the flow under expected capacities, which is never smaller (J. L. W. V. Jensen 1906).</para>
/// </summary>
public sealed class OutcomeExpectation
{
    /// <summary>Parts of a certain success.</summary>
    public const long Million = 1_000_000;

    internal OutcomeExpectation(OutcomeKind kind, Termination termination, ImmutableArray<OutcomeChance> distribution, BigInteger denominator)
    {
        (Kind, Termination, Distribution, Denominator) = (kind, termination, distribution, denominator);
        foreach (var chance in distribution)
        {
            if (chance.Value == FlowGraph.Unlimited)
                UnlimitedNumerator = chance.Numerator;
            else
                Numerator += chance.Numerator * chance.Value;
        }
    }

    /// <summary>Whether the figures are exact, bounds or an average of a sample.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>Optimal if what was asked for was done; TimeLimit or Stopped with what was seen until then; OutOfRange.</summary>
    public Termination Termination { get; }

    /// <summary>Values with their chances, by value ascending; empty if Bounded or OutOfRange.</summary>
    public ImmutableArray<OutcomeChance> Distribution { get; }

    /// <summary>The expected flow left is Numerator / Denominator flow units, outcomes without limit left out (0 / 1 if Bounded).</summary>
    public BigInteger Numerator { get; }

    /// <summary>1,000,000 to the power of the uncertain attacks if Exact, the number of draws if Sampled, else 1.</summary>
    public BigInteger Denominator { get; }

    /// <summary>Chance that what is left is unlimited, over <see cref="Denominator"/>; 0 in most nets.</summary>
    public BigInteger UnlimitedNumerator { get; }

    /// <summary>Flow units left if every attack with any chance succeeds: no outcome leaves less.</summary>
    public long Least { get; internal init; }

    /// <summary>Flow units left if only the certain attacks succeed, or <see cref="FlowGraph.Unlimited"/>: no outcome leaves more.</summary>
    public long Most { get; internal init; }

    /// <summary>Half the width of the 95 % confidence interval round the mean if Sampled, in flow units, by the normal approximation; 0 otherwise.</summary>
    public double HalfWidth { get; internal init; }

    /// <summary>The expectation as floating point, for display.</summary>
    public double Mean => (double)(Numerator * Million / Denominator) / Million;

    /// <summary>Outcomes looked at.</summary>
    public long OutcomeCount { get; internal init; }

    /// <summary>Work done.</summary>
    public SolveStatistics Statistics { get; internal init; } = SolveStatistics.None;

    /// <summary>Finds the expectation. Stateless; the same question and options have the same answer, unless stopped.</summary>
    /// <param name="problem">Graph, terminals and targets; the budgets do not matter here.</param>
    /// <param name="attacks">The attacks, each on another target.</param>
    /// <param name="successPartsPerMillion">One entry per attack: its chance of success, 0 to 1,000,000.</param>
    /// <param name="options">Limits and sample.</param>
    /// <param name="token">Cancelling gives bounds with <see cref="Termination.Stopped"/>, or the sample so far.</param>
    /// <exception cref="ArgumentException">An attack or chance makes no sense; the message says which and why.</exception>
    public static OutcomeExpectation Of(
        InterdictionProblem problem,
        ImmutableArray<Attack> attacks,
        ImmutableArray<long> successPartsPerMillion,
        OutcomeOptions options,
        CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        OutcomeCheck.Require(problem, attacks, successPartsPerMillion, options);
        if (!OutcomeCheck.IsInRange(problem, attacks))
            return new OutcomeExpectation(OutcomeKind.Bounded, Termination.OutOfRange, [], BigInteger.One);
        return new OutcomeRun(problem, attacks, successPartsPerMillion, options, token).Find();
    }

    /// <summary>As the other, for the attacks of a plan in their order there.</summary>
    /// <param name="problem">Graph, terminals and targets.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="successPartsPerMillion">One entry per attack of the plan.</param>
    /// <param name="options">Limits and sample.</param>
    /// <param name="token">See the other.</param>
    public static OutcomeExpectation Of(
        InterdictionProblem problem,
        AttackPlan plan,
        ImmutableArray<long> successPartsPerMillion,
        OutcomeOptions options,
        CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Of(problem, plan.Attacks, successPartsPerMillion, options, token);
    }
}
