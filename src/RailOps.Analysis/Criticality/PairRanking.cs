using System.Collections.Immutable;
using RailOps.Analysis.Supply;
using RailOps.Model.Scenarios;
using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Criticality;

/// <summary>
/// Closes two things at a time and allocates anew: exact N-2, told where two things stand in for each other, so that the loss of both costs
/// more than the two losses alone added up (in whole divisions; with equal divisions in what is delivered). Best level only.
/// <para>
/// Method: as for single losses, what an allocation sends nothing over can be lost without a change. So a pair needs a solve only if the first
/// carries something with everything in place, and the second does once the first is lost.
/// </para>
/// <para>Cost: one allocation per thing that carries something, and one per such pair; cancellation is looked at in each.</para>
/// </summary>
public sealed class PairRanking
{
    private readonly LossTrials _trials;
    private readonly List<Target> _targets;
    private readonly bool[] _carries;
    private readonly Loss[] _alone;

    private PairRanking(LossTrials trials, IReadOnlyCollection<TargetKind> kinds)
    {
        _trials = trials;
        _targets = trials.Targets(kinds);
        _carries = [.. _targets.Select(t => trials.Carries(trials.Whole, t))];
        _alone = new Loss[_targets.Count];
    }

    // Two totals were subtracted twice, each short by the slack at most.
    private long Slack => 2 * _trials.Slack;

    /// <summary>Ranks pairs.</summary>
    /// <param name="question">The situation, policy and posture.</param>
    /// <param name="kinds">What is closed: link, point, station, railway.</param>
    /// <param name="pairCount">Most pairs returned, at least 1.</param>
    /// <param name="options">Limits of each solve.</param>
    /// <param name="token">Cancellation.</param>
    /// <returns>The pairs that cost most beyond their parts.</returns>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public static PairAnswer Rank(
        SupplyQuestion question, IReadOnlyCollection<TargetKind> kinds, int pairCount, SolveOptions options, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairCount, 1);
        return new PairRanking(new LossTrials(question, options, token), kinds).Run(pairCount);
    }

    private PairAnswer Run(int pairCount)
    {
        var worse = Enumerable.Range(0, _targets.Count).Where(i => _carries[i]).SelectMany(Partners).ToList();
        var pairs = worse.Select(Describe)
            .Where(p => p.BeyondCount > 0 || (p.BeyondCount == 0 && p.BeyondKilogramsPerDay > Slack))
            .OrderByDescending(p => p.BeyondCount)
            .ThenByDescending(p => p.BeyondKilogramsPerDay)
            .ToList();
        var examined = (long)_targets.Count * (_targets.Count - 1) / 2;
        ImmutableArray<LossPair> ranked = [.. Ranked(pairs).Take(pairCount)];
        return new PairAnswer(
            _trials.Whole.UnitCounts.Sum(), _trials.Whole.TotalDelivered, ranked, examined, pairs.Count, Headline(ranked, examined, pairs.Count),
            _trials.Facts("each pair"));
    }

    /// <summary>What is lost with a thing that carries something and each other one; a pair of two such things is looked at once.</summary>
    private List<(int First, int Second, Loss Loss)> Partners(int first)
    {
        var after = _trials.Without(_targets[first]);
        _alone[first] = LossOf(after);
        var partners = new List<(int, int, Loss)>();
        for (var second = 0; second < _targets.Count; second++)
        {
            if (second == first || (second < first && _carries[second]))
                continue;
            // Without flow over the second, both together lose what the first does.
            if (_trials.Carries(after, _targets[second]))
                partners.Add((first, second, LossOf(_trials.Without(_targets[first], _targets[second]))));
            else if (_carries[second])
                partners.Add((first, second, _alone[first]));
        }

        return partners;
    }

    private LossPair Describe((int First, int Second, Loss Loss) pair)
    {
        var (first, second) = (_alone[pair.First], _alone[pair.Second]);
        return new LossPair(
            0, _targets[Math.Min(pair.First, pair.Second)], _targets[Math.Max(pair.First, pair.Second)],
            _trials.Whole.UnitCounts.Sum() - pair.Loss.Count, pair.Loss.Count, pair.Loss.KilogramsPerDay,
            pair.Loss.Count - first.Count - second.Count, pair.Loss.KilogramsPerDay - first.KilogramsPerDay - second.KilogramsPerDay);
    }

    private Loss LossOf(AllocationResult after) =>
        new(_trials.Whole.UnitCounts.Sum() - after.UnitCounts.Sum(), _trials.Whole.TotalDelivered - after.TotalDelivered);

    private static IEnumerable<LossPair> Ranked(List<LossPair> ordered)
    {
        var rank = 0;
        for (var i = 0; i < ordered.Count; i++)
        {
            var isTie = i > 0 && (ordered[i].BeyondCount, ordered[i].BeyondKilogramsPerDay) == (ordered[i - 1].BeyondCount, ordered[i - 1].BeyondKilogramsPerDay);
            rank = isTie ? rank : i + 1;
            yield return ordered[i] with { Rank = rank };
        }
    }

    private static string Headline(ImmutableArray<LossPair> pairs, long examined, long worse)
    {
        if (pairs.IsEmpty)
            return $"Of {Wording.Count(examined, "pair")} examined none costs more than its parts: nothing here stands in for anything else.";
        var top = pairs[0];
        var sentence = $"Of {Wording.Count(examined, "pair")} examined, {Wording.Number(worse)} cost more than their parts; most of all {top.First.DisplayName} with {top.Second.DisplayName}: ";
        return sentence + $"{Wording.Count(top.LostCount, "division")} and {Wording.Tonnes(top.LostKilogramsPerDay)}, "
            + $"{Wording.Count(top.BeyondCount, "division")} and {Wording.Tonnes(top.BeyondKilogramsPerDay)} of it beyond the two losses alone.";
    }

    private readonly record struct Loss(long Count, long KilogramsPerDay);
}
