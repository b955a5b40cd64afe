using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Outcomes;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Problem: attacks that succeed only with a probability; choose those that leave the least maximum flow on average.
/// <para>
/// Method and source: sample average approximation (W.-K. Mak, D. P. Morton and R. K. Wood, "Monte Carlo bounding techniques for
/// determining solution quality in stochastic programs", Operations Research Letters 24, 1999; for interdiction U. Janjarassuk and J.
/// Linderoth, Networks 52, 2008; the model is that of K. J. Cormican, D. P. Morton and R. K. Wood 1998). M samples of N draws are solved
/// exactly as scenario sums; the mean of their optima lies below the true optimum on average, which gives a one-sided t interval. The
/// plan that does best on one more sample is picked, and evaluated on another, drawn for this alone; if few of its attacks are uncertain,
/// exactly (<see cref="OutcomeExpectation"/>).
/// </para>
/// <para>Numbers: each sample is solved in whole numbers; floating point is used for means and intervals only. Same seed, same answer.</para>
/// <para>Capacities at their expectation are no substitute: the flow they let through lies above what is left on average.</para>
/// </summary>
public sealed class SampleAverageInterdiction
{
    private readonly InterdictionProblem _problem;
    private readonly ImmutableArray<ImmutableArray<int>> _success;

    /// <summary>States a problem.</summary>
    /// <param name="problem">The problem as if every attack succeeded.</param>
    /// <param name="successPartsPerMillion">Per target and level: probability of success in parts per million; targets are independent.</param>
    /// <exception cref="ArgumentException">A probability is missing or outside.</exception>
    public SampleAverageInterdiction(InterdictionProblem problem, ImmutableArray<ImmutableArray<int>> successPartsPerMillion)
    {
        ArgumentNullException.ThrowIfNull(problem);
        SuccessSample.Require(successPartsPerMillion);
        if (!successPartsPerMillion.Select(levels => levels.Length).SequenceEqual(problem.Targets.Select(target => target.Levels.Length)))
            throw new ArgumentException("There should be one probability for every level of every target, but there are more or fewer.", nameof(successPartsPerMillion));
        (_problem, _success) = (problem, successPartsPerMillion);
    }

    /// <summary>Solves the samples, picks a plan and evaluates it.</summary>
    /// <param name="options">Sizes, seed and limits.</param>
    /// <param name="progress">Told of every sample solved; null for nobody.</param>
    /// <param name="token">Looked at every few thousand steps; cancelling is an outcome, not an exception.</param>
    public SampleAverageResult Solve(SampleAverageOptions options, IProgress<SampleReplication>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require(options);
        var start = options.Limits.TimeProvider.GetTimestamp();
        var (work, random) = (new SearchWork(new StopSignal(options.Limits, token)), new OutcomeDraws(options.Seed));
        var replications = new List<SampleReplication>();
        for (var index = 0; index < options.ReplicationCount && !work.Stop.IsRaised; index++)
        {
            var sample = Sum(SuccessSample.Cases(_success, options.SampleSize, random.Next()));
            var result = LagrangianScenarioSumSolver.Solve(sample, recordProof: false, work, progress: null);
            if (result.Plan is not { } plan)
                return new SampleAverageResult(Termination.OutOfRange, [], [], [], BestPossible: null, Expected: null);
            replications.Add(new SampleReplication(plan, result.Bound, result.Termination is Termination.Optimal or Termination.Unbounded));
            progress?.Report(replications[^1]);
        }

        var picked = Pick(replications, Sum(SuccessSample.Cases(_success, options.EvaluationSize, random.Next())), work);
        var (expected, isUnlimited) = Evaluate(picked.Attacks, Sum(SuccessSample.Cases(_success, options.EvaluationSize, random.Next())), options, work);
        var termination = isUnlimited ? Termination.Unbounded : work.Stop.IsRaised ? work.Stop.Reason : Termination.Optimal;
        return new SampleAverageResult(termination, picked.Attacks, picked.Costs, [.. replications], BestPossible(replications, options), expected)
        {
            Exact = expected is null ? null : Exact(picked.Attacks, options, start, token),
        };
    }

    private static void Require(SampleAverageOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ReplicationCount, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SampleSize, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.EvaluationSize, 2, nameof(options));
        if (!(options.Confidence > 0.5 && options.Confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(options), options.Confidence, "The confidence should be above 1/2 and below 1.");
    }

    private static ConfidenceInterval? BestPossible(List<SampleReplication> replications, SampleAverageOptions options)
    {
        if (replications.Count < 2 || replications.Any(one => one.Bound == FlowGraph.Unlimited))
            return null;
        return ConfidenceInterval.LowerSide([.. replications.Select(one => one.Bound / (double)options.SampleSize)], options.Confidence);
    }

    /// <summary>The plan that leaves least on a sample; the first of equals, and of all if stopped.</summary>
    private static SumPlan Pick(List<SampleReplication> replications, ScenarioSumProblem sample, SearchWork work)
    {
        var (table, best, least) = (new SumTable(sample), replications[0].Plan, long.MaxValue);
        if (!table.IsInRange)
            return best;
        var evaluator = new SumEvaluator(table, work);
        foreach (var plan in replications.Select(one => one.Plan).DistinctBy(plan => string.Join(' ', plan.Attacks)))
        {
            if (evaluator.Value(plan.Attacks) is { } value && value < least)
                (best, least) = (plan, value);
        }

        return best;
    }

    private static (ConfidenceInterval? Interval, bool IsUnlimited) Evaluate(
        IReadOnlyList<Attack> attacks, ScenarioSumProblem sample, SampleAverageOptions options, SearchWork work)
    {
        var table = new SumTable(sample);
        if (!table.IsInRange || new SumEvaluator(table, work).CaseValues(attacks) is not { } values)
            return (null, false);
        if (values.Contains(FlowGraph.Unlimited))
            return (null, true);
        var draws = values.SelectMany((value, one) => Enumerable.Repeat((double)value, (int)table.Weight[one])).ToList();
        return (ConfidenceInterval.TwoSided(draws, options.Confidence), false);
    }

    /// <summary>The expectation by all outcomes; null if they are too many or the time is up.</summary>
    private OutcomeExpectation? Exact(ImmutableArray<Attack> attacks, SampleAverageOptions options, long start, CancellationToken token)
    {
        var chances = attacks.Select(attack => (long)_success[attack.Target][attack.Level]).ToImmutableArray();
        if (chances.Count(chance => chance is > 0 and < SuccessSample.Certain) > options.LargestExactCount)
            return null;
        var left = options.Limits.TimeLimit - options.Limits.TimeProvider.GetElapsedTime(start);
        var limits = options.Limits with { TimeLimit = left < TimeSpan.Zero ? TimeSpan.Zero : left };
        var outcomes = new OutcomeOptions { Limits = limits, LargestExactCount = options.LargestExactCount };
        var found = OutcomeExpectation.Of(_problem, attacks, chances, outcomes, token);
        return found.Kind == OutcomeKind.Exact ? found : null;
    }

    private ScenarioSumProblem Sum(ImmutableArray<SumCase> cases) =>
        new(_problem.Graph, _problem.Sources, _problem.Sinks, cases, _problem.Targets, _problem.Budgets);
}
