using System.Collections.Immutable;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.ScenarioSums;
using RailOps.Solvers.Tests.Interdiction;

namespace RailOps.Solvers.Tests.ScenarioSums;

/// <summary>Seeded problems for the tests.</summary>
internal static class SumNets
{
    /// <summary>A small net as of <see cref="InterdictionNets.Small"/> with 1 to 4 cases of any kind.</summary>
    public static ScenarioSumProblem Small(Random random, int resourceCount = 1)
    {
        var single = InterdictionNets.Small(random, resourceCount);
        var cases = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Case(random, single));
        return With(single, [.. cases]);
    }

    public static ScenarioSumProblem With(InterdictionProblem single, ImmutableArray<SumCase> cases) =>
        new(single.Graph, single.Sources, single.Sinks, cases, single.Targets, single.Budgets);

    public static ImmutableArray<ImmutableArray<long>> RepairDays(Random random, InterdictionProblem single, int most) =>
        [.. single.Targets.Select(target => target.Levels.Select(_ => random.Next(6) == 0 ? RepairHorizon.Never : random.Next(most)).ToImmutableArray())];

    public static ImmutableArray<ImmutableArray<int>> Chances(Random random, InterdictionProblem single) =>
        [.. single.Targets.Select(target => target.Levels.Select(_ => random.Next(5) * SuccessSample.Certain / 4).ToImmutableArray())];

    /// <summary>A grid of edges, every edge a target, damage repaired after 1 to 9 days of a horizon of 10.</summary>
    public static ScenarioSumProblem RepairGrid(int seed, int width, int height, double budgetShare)
    {
        var single = InterdictionNets.Grid(seed, width, height, budgetShare);
        return With(single, RepairHorizon.Cases(RepairDays(new Random(seed), single, most: 10), 10));
    }

    /// <summary>A grid of edges, every edge a target, attacks that succeed in 0, 25, 50, 75 or 100 of 100 trials.</summary>
    public static ScenarioSumProblem ChanceGrid(int seed, int width, int height, double budgetShare, int drawCount)
    {
        var single = InterdictionNets.Grid(seed, width, height, budgetShare);
        return With(single, SuccessSample.Cases(Chances(new Random(seed), single), drawCount, (ulong)seed));
    }

    private static SumCase Case(Random random, InterdictionProblem single)
    {
        var inEffect = random.Next(4) == 0
            ? default(ImmutableArray<ulong>)
            : [.. single.Targets.Select(target => (ulong)random.NextInt64(1L << target.Levels.Length))];
        var sinks = default(ImmutableArray<int>);
        if (random.Next(3) == 0)
            sinks = [.. Enumerable.Range(1, single.Graph.NodeCount - 1).Where(node => node == single.Graph.NodeCount - 1 || random.Next(3) == 0)];
        return new SumCase(1 + random.Next(5), inEffect) { Sinks = sinks };
    }
}
