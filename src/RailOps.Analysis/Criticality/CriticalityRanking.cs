using System.Collections.Immutable;
using RailOps.Analysis.Supply;
using RailOps.Model.Scenarios;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.Criticality;

/// <summary>
/// Closes one thing at a time (a link, a point, a station, a railway) and allocates anew: exact N-1. A thing none of whose links carries
/// anything in the first allocation cannot matter, since that allocation stays feasible and optimal without it; such things are
/// examined without a solve. Ranked at the best level; counts of what is returned are worked out at all three.
/// </summary>
public sealed class CriticalityRanking
{
    private readonly LossTrials _trials;

    private CriticalityRanking(SupplyQuestion question, SolveOptions options, CancellationToken token) =>
        _trials = new LossTrials(question, options, token);

    /// <summary>Ranks.</summary>
    /// <param name="question">The situation, policy and posture.</param>
    /// <param name="kinds">What is closed: link, point, station, railway.</param>
    /// <param name="itemCount">Most items returned, at least 1.</param>
    /// <param name="options">Limits of each solve.</param>
    /// <param name="token">Cancellation.</param>
    /// <returns>The costliest things.</returns>
    public static CriticalityAnswer Rank(
        SupplyQuestion question, IReadOnlyCollection<TargetKind> kinds, int itemCount, SolveOptions options, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(itemCount, 1);
        return new CriticalityRanking(question, options, token).Run(kinds, itemCount);
    }

    private CriticalityAnswer Run(IReadOnlyCollection<TargetKind> kinds, int itemCount)
    {
        var targets = _trials.Targets(kinds);
        var costly = targets
            .Where(t => _trials.Carries(_trials.Whole, t))
            .Select(Examine)
            .Where(i => i.LostCount != 0 || i.LostKilogramsPerDay > _trials.Slack)
            .OrderByDescending(i => i.LostCount)
            .ThenByDescending(i => i.LostKilogramsPerDay)
            .ThenBy(i => i.Target.Kind)
            .ThenBy(i => i.Target.Id, StringComparer.Ordinal)
            .ToList();
        var items = Ranked(costly).Take(itemCount).Select(i => i with { SustainedCount = _trials.ByLevel(i.SustainedCount.Best, i.Target) }).ToImmutableArray();
        return new CriticalityAnswer(
            _trials.ByLevel(_trials.Whole.UnitCounts.Sum()), _trials.Whole.TotalDelivered, items, targets.Count, Headline(items, targets.Count, costly.Count),
            _trials.Facts("each loss"));
    }

    private CriticalItem Examine(Target target)
    {
        var (whole, without) = (_trials.Whole, _trials.Without(target));
        var needs = _trials.Graph.Needs;
        var fronts = Enumerable.Range(0, needs.Length)
            .Select(i => new FrontLoss(needs[i].Front, whole.UnitCounts[i] - without.UnitCounts[i], whole.Delivered[i] - without.Delivered[i]))
            .Where(l => l.LostCount != 0 || l.LostKilogramsPerDay != 0)
            .OrderByDescending(l => l.LostKilogramsPerDay)
            .ToImmutableArray();
        var sustained = without.UnitCounts.Sum();
        return new CriticalItem(
            0, target, new LevelCount(sustained, sustained, sustained), whole.UnitCounts.Sum() - sustained, whole.TotalDelivered - without.TotalDelivered, fronts);
    }

    private static IEnumerable<CriticalItem> Ranked(List<CriticalItem> ordered)
    {
        var rank = 0;
        for (var i = 0; i < ordered.Count; i++)
        {
            var isTie = i > 0 && ordered[i].LostCount == ordered[i - 1].LostCount && ordered[i].LostKilogramsPerDay == ordered[i - 1].LostKilogramsPerDay;
            rank = isTie ? rank : i + 1;
            yield return ordered[i] with { Rank = rank };
        }
    }

    private static string Headline(ImmutableArray<CriticalItem> items, int examined, int costly)
    {
        if (items.IsEmpty)
            return $"None of {examined} things examined matters alone: the loss of any one costs nothing.";
        var first = items[0];
        var equals = items.Count(i => i.Rank == 1) - 1;
        var others = equals > 0 ? $" (and {equals} more that cost the same)" : "";
        return $"Of {examined} things examined, the loss of {costly} costs something; the costliest is {first.Target.DisplayName}{others}: "
            + $"{Wording.Count(first.LostCount, "division")} and {Wording.Tonnes(first.LostKilogramsPerDay)}.";
    }
}
