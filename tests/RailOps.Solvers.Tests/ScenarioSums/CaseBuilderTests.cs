using System.Collections.Immutable;
using System.Numerics;
using NUnit.Framework;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Outcomes;
using RailOps.Solvers.ScenarioSums;
using RailOps.Solvers.Tests.Interdiction;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.ScenarioSums;

/// <summary>The three builders against what they stand for, worked out without cases: day by day, draw by draw, delivery by delivery.</summary>
[TestFixture]
public sealed class CaseBuilderTests
{
    [Test]
    public void Repair_cases_are_the_stretches_between_repairs_and_last_the_horizon_together()
    {
        var cases = RepairHorizon.Cases([[3], [RepairHorizon.Never, 3], [0], [7], [12]], 10);
        Assert.That(cases.Select(one => one.Weight), Is.EqualTo(new[] { 3, 4, 3 }));
        Assert.That(cases[0].InEffect, Is.EqualTo(new ulong[] { 1, 3, 0, 1, 1 }));
        Assert.That(cases[1].InEffect, Is.EqualTo(new ulong[] { 0, 1, 0, 1, 1 }));
        Assert.That(cases[2].InEffect, Is.EqualTo(new ulong[] { 0, 1, 0, 0, 1 }));
    }

    [Test]
    public void The_least_delivery_over_a_horizon_is_that_of_adding_up_every_day_of_every_plan()
    {
        for (var seed = 0; seed < 700; seed++)
        {
            var random = new Random(seed);
            var single = InterdictionNets.Small(random);
            var (days, horizon) = (SumNets.RepairDays(random, single, most: 6), 1 + random.Next(5));
            var least = BruteForceScenarioSum.LeastOf(single, choice => Delivery(single, choice, days, horizon));
            Assert.That(Best(SumNets.With(single, RepairHorizon.Cases(days, horizon)), seed), Is.EqualTo(least), $"seed {seed}");
        }
    }

    [Test]
    public void The_least_sample_sum_is_that_of_adding_up_every_draw_of_every_plan()
    {
        for (var seed = 0; seed < 700; seed++)
        {
            var random = new Random(seed);
            var single = InterdictionNets.Small(random);
            var chances = SumNets.Chances(random, single);
            var merged = SuccessSample.Cases(chances, 8, (ulong)seed);
            Assert.That(merged.Sum(one => one.Weight), Is.EqualTo(8));
            Assert.That(merged.Select(one => string.Join(',', one.InEffect)), Is.Unique);
            var draws = DrawOneByOne(chances, 8, (ulong)seed);
            var least = BruteForceScenarioSum.LeastOf(single, choice => draws.Aggregate((BigInteger?)0, (sum, draw) => sum + Left(single, choice, draw)));
            Assert.That(Best(SumNets.With(single, merged), seed), Is.EqualTo(least), $"seed {seed}");
        }
    }

    [Test]
    public void The_least_worth_is_that_of_the_best_deliveries_of_every_plan_found_by_trying_all()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            var (single, sinks) = SmallFronts(random);
            var problem = SumNets.With(single, WeightedSinks.Cases(sinks));
            var least = BruteForceScenarioSum.LeastOf(single, choice => MostWorth(BruteForceInterdiction.UnderAttack(single, choice), sinks));
            Assert.That(Best(problem, seed), Is.EqualTo(least), $"seed {seed}");
        }
    }

    [Test]
    public void Weighted_cases_are_nested_and_leave_out_what_is_worth_nothing()
    {
        var cases = WeightedSinks.Cases([(4, 2), (5, 7), (6, 0), (7, 2)], times: 3);
        Assert.That(cases.Select(one => one.Weight), Is.EqualTo(new[] { 15, 6 }));
        Assert.That(cases[0].Sinks, Is.EqualTo(new[] { 5 }));
        Assert.That(cases[1].Sinks, Is.EqualTo(new[] { 4, 5, 7 }));
        Assert.That(WeightedSinks.Cross(RepairHorizon.Cases([[3]], 10), [(4, 2), (5, 7)]).Select(one => one.Weight), Is.EqualTo(new[] { 15, 6, 35, 14 }));
    }

    [Test]
    public void Draws_are_those_of_the_published_generator()
    {
        // The first outputs of SplitMix64 for seed 0 as its authors' reference implementation gives them.
        var random = new OutcomeDraws(0);
        Assert.That((random.Next(), random.Next()), Is.EqualTo((0xE220A8397B1DCDAFUL, 0x6E789E6AA1B965F4UL)));
    }

    [Test]
    public void Chances_of_nothing_and_of_certainty_are_kept_to_the_letter()
    {
        var cases = SuccessSample.Cases([[0, SuccessSample.Certain]], 1000, seed: 5);
        Assert.That(cases.Single().InEffect.Single(), Is.EqualTo(2));
    }

    [Test]
    public void A_chance_of_a_quarter_comes_true_in_about_a_quarter_of_the_draws()
    {
        var cases = SuccessSample.Cases([[250_000]], 100_000, seed: 9);
        var hits = cases.Where(one => one.InEffect[0] == 1).Sum(one => one.Weight);
        Assert.That(hits, Is.EqualTo(25_000).Within(700), "five standard deviations");
    }

    [Test]
    public void Builders_refuse_what_makes_no_sense()
    {
        Assert.That(() => RepairHorizon.Cases([[-1]], 5), Throws.ArgumentException);
        Assert.That(() => RepairHorizon.Cases([[1]], 0), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => SuccessSample.Cases([[1_000_001]], 5, 1), Throws.ArgumentException.With.Message.Contains("1000000"));
        Assert.That(() => SuccessSample.Cases([[1]], 0, 1), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => WeightedSinks.Cases([(1, 0)]), Throws.ArgumentException);
        Assert.That(() => WeightedSinks.Cases([(1, 3), (1, 2)]), Throws.ArgumentException);
    }

    private static BigInteger? Best(ScenarioSumProblem problem, int seed)
    {
        var value = SolveSum.Best(problem, $"seed {seed}").Value;
        return value == FlowGraph.Unlimited ? null : value;
    }

    private static BigInteger? Delivery(InterdictionProblem single, int[] choice, ImmutableArray<ImmutableArray<long>> days, int horizon)
    {
        BigInteger? sum = 0;
        for (var day = 0; day < horizon; day++)
            sum += BruteForceScenarioSum.Flow(single, [.. choice.Select((level, target) => level > 0 && days[target][level - 1] > day ? level : 0)], [.. single.Sinks]);
        return sum;
    }

    private static BigInteger? Left(InterdictionProblem single, int[] choice, ulong[] draw) => BruteForceScenarioSum.Flow(
        single, [.. choice.Select((level, target) => level > 0 && (draw[target] >> (level - 1) & 1) == 1 ? level : 0)], [.. single.Sinks]);

    private static List<ulong[]> DrawOneByOne(ImmutableArray<ImmutableArray<int>> chances, int count, ulong seed)
    {
        var (random, draws) = (new OutcomeDraws(seed), new List<ulong[]>());
        for (var draw = 0; draw < count; draw++)
        {
            draws.Add([.. chances.Select(levels =>
            {
                var drawn = (int)random.Below(SuccessSample.Certain);
                return levels.Select((parts, level) => drawn < parts ? 1UL << level : 0).Aggregate(0UL, (mask, bit) => mask | bit);
            })]);
        }

        return draws;
    }

    private static (InterdictionProblem Problem, ImmutableArray<(int Node, long Value)> Sinks) SmallFronts(Random random)
    {
        var nodeCount = 4 + random.Next(3);
        var graph = RandomNetwork.Mixed(random, nodeCount, 3 + random.Next(8), largestCapacity: 3);
        var sinks = Enumerable.Range(nodeCount - 3, 3).Take(2 + random.Next(2)).Select(node => (node, (long)random.Next(6))).ToList();
        sinks[0] = (sinks[0].node, 1 + random.Next(5));
        var targets = Enumerable.Range(0, graph.ArcCount).OrderBy(_ => random.Next()).Take(4).Select(arc => AttackTarget.Arc(arc, 1 + random.Next(2)));
        return (new InterdictionProblem(graph, [0], [.. sinks.Select(sink => sink.node)], [.. targets], [random.Next(4)]), [.. sinks]);
    }

    /// <summary>Tries every whole delivery: it is possible if, with arcs of its amounts behind the sinks, all of it arrives.</summary>
    private static BigInteger? MostWorth(FlowGraph graph, ImmutableArray<(int Node, long Value)> sinks)
    {
        var most = sinks.Select(sink => (long)EdmondsKarpReference.Value(graph, [0], [sink.Node])).ToArray();
        var (amounts, best) = (new long[sinks.Length], BigInteger.Zero);
        while (true)
        {
            var worth = amounts.Zip(sinks, (amount, sink) => amount * sink.Value).Sum();
            if (worth > best && Arrives(graph, sinks, amounts))
                best = worth;
            var sink = 0;
            while (sink < amounts.Length && amounts[sink] == most[sink])
                amounts[sink++] = 0;
            if (sink == amounts.Length)
                return best;
            amounts[sink]++;
        }
    }

    private static bool Arrives(FlowGraph graph, ImmutableArray<(int Node, long Value)> sinks, long[] amounts)
    {
        var builder = FlowGraphBuilder.From(graph);
        var end = builder.AddNode();
        for (var index = 0; index < amounts.Length; index++)
            builder.AddArc(sinks[index].Node, end, amounts[index]);
        return EdmondsKarpReference.Value(builder.Build(), [0], [end]) == amounts.Sum();
    }
}
