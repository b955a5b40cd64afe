using RailOps.Solvers.Allocation;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Tests.Interdiction;
using RailOps.Solvers.UnitInterdiction;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.UnitInterdiction;

/// <summary>The best plan by trying all, each with the brute-force allocation where no demander is at the source; shares nothing with the solver.</summary>
internal static class BruteForceUnits
{
    public static long Least(UnitInterdictionProblem problem) => Plans(problem).Min(choice => Worth(problem, choice));

    /// <summary>The most worth under a plan; choice 0 is no attack, level + 1 otherwise.</summary>
    public static long Worth(UnitInterdictionProblem problem, IReadOnlyList<int> choice)
    {
        var flow = new InterdictionProblem(problem.Allocation.Graph, [0], [1], problem.Targets, problem.Budgets);
        var damaged = new AllocationProblem(BruteForceInterdiction.UnderAttack(flow, choice), problem.Allocation.Source, problem.Allocation.Demands);
        return new BruteForceAllocation(damaged).Weighted().Select((count, demand) => count * damaged.Demands[demand].Weight).Sum();
    }

    public static IEnumerable<int[]> Plans(UnitInterdictionProblem problem)
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

    private static bool IsAffordable(UnitInterdictionProblem problem, int[] choice)
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
