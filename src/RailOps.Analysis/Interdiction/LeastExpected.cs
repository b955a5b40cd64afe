using System.Collections.Immutable;
using RailOps.Solvers.Results;
using RailOps.Solvers.ScenarioSums;

namespace RailOps.Analysis.Interdiction;

/// <summary>
/// The attacks that leave least on average if each succeeds or fails by itself: best for random samples, with an interval for the truth
/// (sample average approximation). What the plan chosen leaves is worked out from all its outcomes where they are few enough.
/// </summary>
internal static class LeastExpected
{
    public static InterdictionAnswer Solve(
        AttackQuestion question, PlanReader reader, SearchLimits limits, IProgress<SearchState>? progress, CancellationToken token)
    {
        var problem = reader.Attack.Problem;
        var found = 0L;
        var listener = progress is null ? null : new SearchListener<SampleReplication>(progress, _ => new SearchState(++found, 0, 0, SearchState.Samples, found));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(limits.Stop, token);
        var options = new SampleAverageOptions(question.SampleSeed) { Limits = RailInterdiction.Options(limits, 1).Limits };
        var result = new SampleAverageInterdiction(problem, Chances(reader)).Solve(options, listener, ending.Token);
        token.ThrowIfCancellationRequested();
        if (result.Termination == Termination.OutOfRange)
            throw new OverflowException("The capacities of this situation, times the draws, add up to more than exact whole numbers hold.");
        reader.Tally.Add(SolveStatistics.None, result.Termination, isAccepted: true);
        var plan = reader.Read(result.Attacks, value: null, sustainable: null);
        var best = plan.Expected is { } expected ? expected.KilogramsPerDay / 1000m : RailInterdiction.Tonnes(plan.DeliveredKilogramsPerDay);
        var bound = result.BestPossible is { } possible ? Math.Max(0m, (decimal)possible.Low / 1000m) : 0m;
        var gap = best > bound ? (double)((best - bound) / best) : 0;
        var state = new SearchState(best, Math.Min(best, bound), gap, SearchState.Tonnes, 0);
        var samples = $"{options.ReplicationCount} samples of {options.SampleSize} draws (seed {question.SampleSeed})";
        var wording = new InterdictionWording(question, reader, [plan], state, result.Termination) { Samples = samples };
        return new InterdictionAnswer(
            question, reader.SustainedBefore(), reader.Before.TotalDelivered, [plan], state, reader.Attack.RailTargets.Length,
            wording.Headline, wording.Sentences, wording.Assumptions,
            reader.Tally.Facts("Sample average approximation", wording.Proof, problem.Graph.ArcCount) with { IsSampled = true }, CertificateJson: null);
    }

    private static ImmutableArray<ImmutableArray<int>> Chances(PlanReader reader) =>
    [
        .. reader.Attack.RailTargets.Select(target => target.Modes
            .Select(mode => (int)((mode.SuccessProbability?.Best ?? 1m) * SuccessSample.Certain))
            .ToImmutableArray()),
    ];
}
