using System.Collections.Immutable;
using NUnit.Framework;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Solvers.ScenarioSums;
using RailOps.Solvers.Tests.Interdiction;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.ScenarioSums;

[TestFixture]
public sealed class SampleAverageInterdictionTests
{
    private static readonly SampleAverageOptions Options = new(Seed: 1) { ReplicationCount = 8, SampleSize = 40, EvaluationSize = 4000 };

    [TestCase(0.95, 1, 6.313752)]
    [TestCase(0.975, 5, 2.570582)]
    [TestCase(0.95, 9, 1.833113)]
    [TestCase(0.975, 10, 2.228139)]
    [TestCase(0.975, 30, 2.042272)]
    [TestCase(0.995, 120, 2.617421)]
    [TestCase(0.975, 9999, 1.960201)]
    public void Quantiles_of_t_are_those_of_the_printed_tables(double share, int freedom, double expected) =>
        Assert.That(StudentT.Quantile(share, freedom), Is.EqualTo(expected).Within(1e-5));

    [Test]
    public void With_certain_success_the_answer_is_the_interdiction_problem_and_the_intervals_are_points()
    {
        var single = InterdictionNets.Grid(3, 6, 6, 0.3);
        var result = new SampleAverageInterdiction(single, Chances(single, SuccessSample.Certain)).Solve(Options, null, CancellationToken.None);
        var best = Interdict.Best(single).Value;
        Assert.That(result.Termination, Is.EqualTo(Termination.Optimal));
        Assert.That((result.BestPossible!.Low, result.Expected!.Mean, result.Expected.High, result.Gap), Is.EqualTo(((double)best, (double)best, (double)best, 0.0)));
    }

    [Test]
    public void The_intervals_of_forty_small_nets_hold_the_truth_found_by_trying_every_plan_and_outcome()
    {
        var (count, low, within) = (0, 0, 0);
        for (var seed = 0; count < 40; seed++)
        {
            var random = new Random(seed);
            var single = InterdictionNets.Small(random);
            var chances = SumNets.Chances(random, single);
            if (single.Targets.Length is 0 or > 5 || Enumerable.Range(0, single.Graph.ArcCount).Any(arc => single.Graph.Capacity(arc) == FlowGraph.Unlimited))
                continue;
            var result = new SampleAverageInterdiction(single, chances).Solve(Options with { Seed = (ulong)seed }, null, CancellationToken.None);
            var truth = BruteForceScenarioSum.Plans(single).Select(choice => Mean(single, choice, chances)).Min();
            var picked = Mean(single, Choice(single, result.Attacks), chances);
            low += result.BestPossible!.Low <= truth + 1e-9 ? 1 : 0;
            Assert.That(result.Exact!.Mean, Is.EqualTo(picked).Within(1e-5), $"seed {seed}");
            within += result.Expected!.Low <= picked + 1e-9 && picked <= result.Expected.High + 1e-9 ? 1 : 0;
            count++;
        }

        // 95 of 100 each; 33 of 40 or fewer would happen less than once in five hundred times.
        Assert.That(low, Is.GreaterThan(33));
        Assert.That(within, Is.GreaterThan(33));
    }

    [Test]
    public void The_same_seed_gives_the_same_answer_and_another_seed_other_draws()
    {
        var single = InterdictionNets.Grid(3, 5, 5, 0.3);
        var solver = new SampleAverageInterdiction(single, Chances(single, 500_000));
        var (first, second) = (solver.Solve(Options, null, CancellationToken.None), solver.Solve(Options, null, CancellationToken.None));
        Assert.That((second.Expected, second.BestPossible), Is.EqualTo((first.Expected, first.BestPossible)));
        Assert.That(second.Attacks, Is.EqualTo(first.Attacks));
        Assert.That(solver.Solve(Options with { Seed = 2 }, null, CancellationToken.None).Expected, Is.Not.EqualTo(first.Expected));
    }

    [Test]
    public void Expected_capacities_lie_above_the_interval_of_the_truth()
    {
        var net = AsciiNetwork.Parse("s -> a 1000\n a -> t 1000");
        var single = new InterdictionProblem(net.Graph, net["s"], net["t"], [AttackTarget.Arc(0, 1), AttackTarget.Arc(1, 1)], 2);
        var solver = new SampleAverageInterdiction(single, Chances(single, 500_000));
        var result = solver.Solve(Options, null, CancellationToken.None);
        Assert.That(result.Expected!.High, Is.LessThan(500), "with expected capacities 500 would get through; in truth 250 on average");
        Assert.That(result.Expected.Mean, Is.EqualTo(250).Within(30), "four standard errors");
        Assert.That(result.Exact!.Numerator, Is.EqualTo(250 * result.Exact.Denominator));
        Assert.That(solver.Solve(Options with { LargestExactCount = 1 }, null, CancellationToken.None).Exact, Is.Null);
    }

    [Test]
    public void Cancelled_it_gives_a_plan_without_claims()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var single = InterdictionNets.Grid(3, 8, 8, 0.3);
        var result = new SampleAverageInterdiction(single, Chances(single, 500_000)).Solve(Options, null, source.Token);
        Assert.That((result.Termination, result.BestPossible, result.Expected, result.Gap), Is.EqualTo((Termination.Stopped, (ConfidenceInterval?)null, (ConfidenceInterval?)null, (double?)null)));
    }

    [Test]
    public void A_plan_that_leaves_a_draw_without_limit_is_called_unbounded()
    {
        var net = AsciiNetwork.Parse("s -> t *");
        var single = new InterdictionProblem(net.Graph, net["s"], net["t"], [AttackTarget.Arc(0, 1, 3)], 1);
        var result = new SampleAverageInterdiction(single, Chances(single, 500_000)).Solve(Options, null, CancellationToken.None);
        Assert.That((result.Termination, result.Expected), Is.EqualTo((Termination.Unbounded, (ConfidenceInterval?)null)));
    }

    [Test]
    public void Sizes_and_chances_that_make_no_sense_are_refused()
    {
        var single = InterdictionNets.Grid(3, 3, 3, 0.3);
        Assert.That(() => new SampleAverageInterdiction(single, [[1]]), Throws.ArgumentException);
        var solver = new SampleAverageInterdiction(single, Chances(single, 1));
        Assert.That(() => solver.Solve(Options with { ReplicationCount = 1 }, null, CancellationToken.None), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => solver.Solve(Options with { Confidence = 1 }, null, CancellationToken.None), Throws.InstanceOf<ArgumentException>());
    }

    private static ImmutableArray<ImmutableArray<int>> Chances(InterdictionProblem single, int parts) =>
        [.. single.Targets.Select(target => target.Levels.Select(_ => parts).ToImmutableArray())];

    private static int[] Choice(InterdictionProblem single, ImmutableArray<Attack> attacks)
    {
        var choice = new int[single.Targets.Length];
        foreach (var attack in attacks)
            choice[attack.Target] = attack.Level + 1;
        return choice;
    }

    /// <summary>The mean over all outcomes of a plan, each with its probability.</summary>
    private static double Mean(InterdictionProblem single, int[] choice, ImmutableArray<ImmutableArray<int>> chances)
    {
        var mean = 0.0;
        for (var outcome = 0; outcome < 1 << choice.Length; outcome++)
        {
            var chance = 1.0;
            for (var target = 0; target < choice.Length; target++)
            {
                var success = choice[target] == 0 ? 0 : chances[target][choice[target] - 1] / (double)SuccessSample.Certain;
                chance *= (outcome >> target & 1) == 1 ? success : 1 - success;
            }

            if (chance > 0)
                mean += chance * (double)BruteForceScenarioSum.Flow(single, [.. choice.Select((level, target) => (outcome >> target & 1) == 1 ? level : 0)], [.. single.Sinks])!.Value;
        }

        return mean;
    }
}
