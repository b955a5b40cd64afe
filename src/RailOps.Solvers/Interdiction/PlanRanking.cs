using System.Collections.Immutable;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Problem: the next-best plans without attacks in vain.
/// <para>
/// Method and source: E. L. Lawler, "A procedure for computing the k best solutions to discrete optimization problems", Management
/// Science 18, 1972. The plans other than the best of a part are split by the first of its attacks they do not make; plans that
/// make all of them and more leave no less, so each of their further attacks is in vain.
/// </para>
/// <para>Several threads: the parts of one split are searched side by side, each on one thread, so the answer does not change.</para>
/// </summary>
internal sealed class PlanRanking(PieceTable table, PlanEvaluator evaluator, SearchWork work, int threadCount)
{
    private readonly PriorityQueue<Part, (long Value, string Key)> _parts = new(Comparer<(long Value, string Key)>.Create(
        (a, b) => a.Value != b.Value ? a.Value.CompareTo(b.Value) : string.CompareOrdinal(a.Key, b.Key)));

    /// <summary>Up to <paramref name="count"/> plans, the best first; fewer if there are no more or the work was stopped.</summary>
    public ImmutableArray<AttackPlan> Extend(AttackPlan best, int count)
    {
        var plans = ImmutableArray.CreateBuilder<AttackPlan>();
        plans.Add(best);
        Split(new Part(new SearchRestriction(table), best));
        while (plans.Count < count && !work.Stop.IsRaised && _parts.TryDequeue(out var part, out _))
        {
            var isWhole = part.Restriction.Attacks.All(attack => part.Plan.Attacks.Contains(attack));
            if (isWhole)
                plans.Add(part.Plan);
            if (plans.Count < count)
                Split(part);
        }

        return plans.Count == 1 ? [best] : plans.ToImmutable();

        void Split(Part part)
        {
            if (count > 1)
                Push(part);
        }
    }

    private void Push(Part part)
    {
        var (restriction, restrictions) = (part.Restriction, new List<SearchRestriction>());
        foreach (var attack in part.Plan.Attacks)
        {
            if (restriction.LevelOf(attack.Target) >= 0)
                continue;
            restrictions.Add(restriction.Without(attack));
            restriction = restriction.With(attack);
        }

        var plans = threadCount == 1 ? SolveInTurn(restrictions) : SolveSideBySide(restrictions);
        for (var index = 0; index < restrictions.Count; index++)
        {
            if (plans[index] is { } plan)
                _parts.Enqueue(new Part(restrictions[index], plan), (plan.Value, Key(plan)));
        }
    }

    private AttackPlan?[] SolveInTurn(List<SearchRestriction> restrictions) =>
        [.. restrictions.Select(restriction => work.Stop.IsRaised ? null : Solve(restriction, evaluator, work))];

    private AttackPlan?[] SolveSideBySide(List<SearchRestriction> restrictions)
    {
        var plans = new AttackPlan?[restrictions.Count];
        var works = restrictions.Select(_ => new SearchWork(work.Stop.Fork(work.Stop.Token))).ToArray();
        Parallel.For(0, plans.Length, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, index =>
            plans[index] = Solve(restrictions[index], evaluator.Fork(works[index]), works[index]));
        foreach (var part in works)
        {
            work.Add(part.Statistics);
            work.Stop.Follow(part.Stop);
        }

        return plans;
    }

    /// <summary>The best plan of a part, or null if stopped.</summary>
    private AttackPlan? Solve(SearchRestriction restriction, PlanEvaluator evaluator, SearchWork work)
    {
        var keeper = new PlanKeeper(table, restriction, evaluator, work.Stop);
        var search = new BranchAndBound(restriction, keeper, evaluator, new ProofRecorder(table, isWanted: false), work, knownBound: 0, progress: null);
        search.Run(threadCount: 1);
        if (!search.IsFinished)
            return null;
        var plan = keeper.Finish();
        return work.Stop.IsRaised ? null : plan;
    }

    /// <summary>Orders plans of the same value: by costs, then by targets and levels.</summary>
    private static string Key(AttackPlan plan)
    {
        var costs = plan.Costs.Select(cost => cost.ToString("D19", System.Globalization.CultureInfo.InvariantCulture));
        var attacks = plan.Attacks.Select(attack => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{attack.Target:D10}/{attack.Level:D2}"));
        return string.Join(' ', costs.Concat(attacks));
    }

    private sealed record Part(SearchRestriction Restriction, AttackPlan Plan);
}
