using System.Numerics;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.ScenarioSums;
using RailOps.Solvers.Tests.Interdiction;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.ScenarioSums;

/// <summary>Every plan within the budgets, as one choice per target: 0 is none, level + 1 otherwise; and sums by the reference flow.</summary>
internal static class BruteForceScenarioSum
{
    /// <summary>The least weighted sum any plan leaves; null for unlimited.</summary>
    public static BigInteger? Least(ScenarioSumProblem problem)
    {
        var single = Single(problem);
        var known = new Dictionary<string, BigInteger?>(StringComparer.Ordinal);
        return LeastOf(single, choice => Sum(problem, single, choice, known));
    }

    /// <summary>The least of any measure over all plans; null is more than all others.</summary>
    public static BigInteger? LeastOf(InterdictionProblem problem, Func<int[], BigInteger?> measure)
    {
        BigInteger? least = null;
        foreach (var choice in Plans(problem))
        {
            if (measure(choice) is { } value && (least is null || value < least))
                least = value;
        }

        return least;
    }

    /// <summary>The problem as if every attack took effect, for its graph, targets and budgets.</summary>
    public static InterdictionProblem Single(ScenarioSumProblem problem) =>
        new(problem.Graph, problem.Sources, problem.Sinks, problem.Targets, problem.Budgets);

    /// <summary>The flow left under a choice; null for unlimited.</summary>
    public static BigInteger? Flow(InterdictionProblem problem, IReadOnlyList<int> choice, ReadOnlySpan<int> sinks)
    {
        var graph = BruteForceInterdiction.UnderAttack(problem, choice);
        var value = EdmondsKarpReference.Value(graph, problem.Sources.AsSpan(), sinks);
        return value > (BigInteger)graph.FiniteTotal ? null : value;
    }

    public static IEnumerable<int[]> Plans(InterdictionProblem problem)
    {
        var choice = new int[problem.Targets.Length];
        while (true)
        {
            if (IsAffordable(problem, choice))
                yield return [.. choice];
            var target = 0;
            while (target < choice.Length && choice[target] == problem.Targets[target].Levels.Length)
                choice[target++] = 0;
            if (target == choice.Length)
                yield break;
            choice[target]++;
        }
    }

    private static BigInteger? Sum(ScenarioSumProblem problem, InterdictionProblem single, int[] choice, Dictionary<string, BigInteger?> known)
    {
        BigInteger sum = 0;
        for (var one = 0; one < problem.Cases.Length; one++)
        {
            var effective = choice.Select((level, target) => level > 0 && problem.Cases[one].IsInEffect(target, level - 1) ? level : 0).ToArray();
            var key = $"{string.Join(',', effective)}|{string.Join(',', problem.SinksOf(one))}";
            if (!known.TryGetValue(key, out var flow))
                known[key] = flow = Flow(single, effective, problem.SinksOf(one).AsSpan());
            if (flow is not { } value)
                return null;
            sum += value * problem.Cases[one].Weight;
        }

        return sum;
    }

    private static bool IsAffordable(InterdictionProblem problem, int[] choice)
    {
        for (var resource = 0; resource < problem.Budgets.Length; resource++)
        {
            var cost = choice.Select((level, target) => level == 0 ? 0 : problem.Targets[target].Levels[level - 1].Costs[resource]).Sum();
            if (cost > problem.Budgets[resource])
                return false;
        }

        return true;
    }
}
