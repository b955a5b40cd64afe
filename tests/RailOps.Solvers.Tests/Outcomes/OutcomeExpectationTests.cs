using System.Collections.Immutable;
using System.Numerics;
using NUnit.Framework;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Outcomes;
using RailOps.Solvers.Results;
using RailOps.Solvers.Tests.Interdiction;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.Outcomes;

[TestFixture]
public sealed class OutcomeExpectationTests
{
    [Test]
    public void Two_independent_arcs_have_the_average_of_their_four_outcomes()
    {
        var net = AsciiNetwork.Parse("s -> t 10\n s -> t 4");
        var problem = new InterdictionProblem(net.Graph, 0, 1, [AttackTarget.Arc(0, 1), AttackTarget.Arc(1, 1, 1)], 2);
        var found = Exact(problem, [new Attack(0, 0), new Attack(1, 0)], [500_000, 250_000]);
        Assert.That(found.Distribution.Select(chance => chance.Value), Is.EqualTo(new long[] { 1, 4, 11, 14 }));
        Assert.That(found.Numerator * 8, Is.EqualTo((BigInteger)((1 * 1) + (3 * 4) + (1 * 11) + (3 * 14)) * found.Denominator));
        Assert.That((found.Least, found.Most), Is.EqualTo((1, 14)));
    }

    [Test]
    public void The_flow_under_expected_capacities_is_not_the_expected_flow()
    {
        // Two arcs in series, each lost half the time: 2.5 of 10 on average, though both carry 5 on average.
        var net = AsciiNetwork.Parse("s -> a 10\n a -> t 10");
        var problem = new InterdictionProblem(net.Graph, net["s"], net["t"], [AttackTarget.Arc(0, 1), AttackTarget.Arc(1, 1)], 2);
        var found = Exact(problem, [new Attack(0, 0), new Attack(1, 0)], [500_000, 500_000]);
        Assert.That(found.Numerator * 2, Is.EqualTo(5 * found.Denominator));
    }

    [Test]
    public void A_thousand_random_plans_agree_with_trying_every_outcome()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var (problem, attacks, chances) = Question(new Random(seed));
            var found = Exact(problem, attacks, chances);
            var (mean, unlimited) = BruteForce(problem, attacks, chances);
            Assert.That(Scaled(found.Numerator, found, attacks.Length), Is.EqualTo(mean), $"seed {seed}");
            Assert.That(Scaled(found.UnlimitedNumerator, found, attacks.Length), Is.EqualTo(unlimited), $"seed {seed}");
        }
    }

    [Test]
    public void Chances_add_up_to_one_and_no_outcome_is_beyond_the_extremes()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var (problem, attacks, chances) = Question(new Random(seed));
            var found = Exact(problem, attacks, chances);
            Assert.That(found.Distribution.Aggregate(BigInteger.Zero, (sum, chance) => sum + chance.Numerator), Is.EqualTo(found.Denominator), $"seed {seed}");
            Assert.That(found.Distribution[0].Value, Is.EqualTo(found.Least), $"seed {seed}");
            Assert.That(found.Distribution[^1].Value, Is.EqualTo(found.Most), $"seed {seed}");
        }
    }

    [FsCheck.NUnit.Property]
    public bool The_expectation_is_linear_in_each_chance(int seed)
    {
        var (problem, attacks, chances) = Question(new Random(seed));
        if (attacks.Length == 0)
            return true;
        var at = new Random(seed).Next(attacks.Length);
        var (never, always, between) = (Mean(0), Mean(OutcomeExpectation.Million), Mean(chances[at]));
        return between == ((OutcomeExpectation.Million - chances[at]) * never / OutcomeExpectation.Million) + (chances[at] * always / OutcomeExpectation.Million);

        BigInteger Mean(long chance)
        {
            var found = Exact(problem, attacks, chances.SetItem(at, chance));
            return Scaled(found.Numerator, found, attacks.Length) * OutcomeExpectation.Million;
        }
    }

    [FsCheck.NUnit.Property]
    public bool The_expectation_lies_between_full_success_and_none(int seed)
    {
        var (problem, attacks, chances) = Question(new Random(seed));
        var found = Exact(problem, attacks, chances);
        var finite = found.Denominator - found.UnlimitedNumerator;
        return found.Numerator >= (found.Least == FlowGraph.Unlimited ? 0 : found.Least * finite)
            && (found.Most == FlowGraph.Unlimited || found.Numerator <= found.Most * found.Denominator);
    }

    [Test]
    public void Beyond_the_exact_count_a_seeded_sample_is_taken_and_says_so()
    {
        var (problem, attacks, chances) = Parallel(22);
        var options = new OutcomeOptions { SampleCount = 2000, Seed = 7 };
        var found = OutcomeExpectation.Of(problem, attacks, chances, options, CancellationToken.None);
        Assert.That((found.Kind, found.Termination, found.OutcomeCount), Is.EqualTo((OutcomeKind.Sampled, Termination.Optimal, 2000)));
        Assert.That(found.Mean, Is.EqualTo(11 * 10).Within(2 * found.HalfWidth), "22 arcs of 10, each lost half the time");
        Assert.That(found.HalfWidth, Is.InRange(0.5, 5));
        Assert.That(OutcomeExpectation.Of(problem, attacks, chances, options, CancellationToken.None).Numerator, Is.EqualTo(found.Numerator));
        Assert.That(OutcomeExpectation.Of(problem, attacks, chances, options with { Seed = 8 }, CancellationToken.None).Numerator, Is.Not.EqualTo(found.Numerator));
    }

    [Test]
    public void Sixteen_arcs_have_the_binomial_distribution()
    {
        var (problem, attacks, chances) = Parallel(16);
        var found = Exact(problem, attacks, chances);
        var ways = BigInteger.One;
        for (var left = 0; left <= 16; left++)
        {
            Assert.That(found.Distribution[left].Numerator << 16, Is.EqualTo(ways * found.Denominator), $"{left} left");
            ways = ways * (16 - left) / (left + 1);
        }
    }

    [Test]
    public void Stopped_it_gives_the_two_extremes_as_bounds()
    {
        var (problem, attacks, chances) = Parallel(20);
        using var source = new CancellationTokenSource();
        source.Cancel();
        var found = OutcomeExpectation.Of(problem, attacks, chances, OutcomeOptions.Default, source.Token);
        Assert.That((found.Kind, found.Termination), Is.EqualTo((OutcomeKind.Bounded, Termination.Stopped)));
        var limited = OutcomeExpectation.Of(
            problem, attacks, chances, new OutcomeOptions { Limits = new SolveOptions { TimeLimit = TimeSpan.FromMilliseconds(30), CheckInterval = 16 } }, CancellationToken.None);
        Assert.That(limited.Termination, Is.EqualTo(Termination.TimeLimit).Or.EqualTo(Termination.Optimal));
        Assert.That(limited.Least, Is.LessThanOrEqualTo(limited.Most));
    }

    [Test]
    public void Numbers_too_large_to_add_up_are_called_out_of_range()
    {
        var net = AsciiNetwork.Parse($"s -> t {FlowGraph.LargestTotal}\n s -> t 1");
        var problem = new InterdictionProblem(net.Graph, 0, 1, [AttackTarget.Arc(1, 1)], 1);
        Assert.That(OutcomeExpectation.Of(problem, [new Attack(0, 0)], [1], OutcomeOptions.Default, CancellationToken.None).Termination, Is.EqualTo(Termination.OutOfRange));
    }

    [Test]
    public void Chances_and_attacks_that_make_no_sense_are_refused()
    {
        var (problem, _, _) = Parallel(2);
        Refuses([new Attack(0, 0)], []);
        Refuses([new Attack(0, 0)], [-1]);
        Refuses([new Attack(0, 0)], [1_000_001]);
        Refuses([new Attack(2, 0)], [1]);
        Refuses([new Attack(0, 1)], [1]);
        Refuses([new Attack(0, 0), new Attack(0, 0)], [1, 1]);

        void Refuses(ImmutableArray<Attack> attacks, ImmutableArray<long> chances) =>
            Assert.That(() => OutcomeExpectation.Of(problem, attacks, chances, OutcomeOptions.Default, CancellationToken.None), Throws.ArgumentException);
    }

    private static OutcomeExpectation Exact(InterdictionProblem problem, ImmutableArray<Attack> attacks, ImmutableArray<long> chances)
    {
        var found = OutcomeExpectation.Of(problem, attacks, chances, OutcomeOptions.Default, CancellationToken.None);
        Assert.That((found.Kind, found.Termination), Is.EqualTo((OutcomeKind.Exact, Termination.Optimal)));
        return found;
    }

    private static (InterdictionProblem Problem, ImmutableArray<Attack> Attacks, ImmutableArray<long> Chances) Parallel(int count)
    {
        var net = AsciiNetwork.Parse(string.Join('\n', Enumerable.Repeat("s -> t 10", count)));
        var problem = new InterdictionProblem(net.Graph, 0, 1, [.. Enumerable.Range(0, count).Select(arc => AttackTarget.Arc(arc, 1))], count);
        return (problem, [.. Enumerable.Range(0, count).Select(target => new Attack(target, 0))], [.. Enumerable.Repeat(500_000L, count)]);
    }

    private static (InterdictionProblem Problem, ImmutableArray<Attack> Attacks, ImmutableArray<long> Chances) Question(Random random)
    {
        var problem = InterdictionNets.Small(random);
        ImmutableArray<Attack> attacks = [.. problem.Targets.Select((target, index) => new Attack(index, random.Next(target.Levels.Length)))];
        return (problem, attacks, [.. attacks.Select(_ => random.Next(5) == 0 ? random.Next(2) * OutcomeExpectation.Million : random.NextInt64(OutcomeExpectation.Million + 1))]);
    }

    /// <summary>Sum over all outcomes of chance times value (of chance, where unlimited), over a million to the number of attacks.</summary>
    private static (BigInteger Mean, BigInteger Unlimited) BruteForce(InterdictionProblem problem, ImmutableArray<Attack> attacks, ImmutableArray<long> chances)
    {
        var (mean, unlimited) = (BigInteger.Zero, BigInteger.Zero);
        for (var outcome = 0; outcome < 1 << attacks.Length; outcome++)
        {
            var (chance, choice) = (BigInteger.One, new int[problem.Targets.Length]);
            for (var index = 0; index < attacks.Length; index++)
            {
                var succeeds = (outcome >> index & 1) == 1;
                chance *= succeeds ? chances[index] : OutcomeExpectation.Million - chances[index];
                choice[attacks[index].Target] = succeeds ? attacks[index].Level + 1 : 0;
            }

            var graph = BruteForceInterdiction.UnderAttack(problem, choice);
            var value = EdmondsKarpReference.Value(graph, [.. problem.Sources], [.. problem.Sinks]);
            mean += value > (BigInteger)graph.FiniteTotal ? 0 : chance * value;
            unlimited += value > (BigInteger)graph.FiniteTotal ? chance : 0;
        }

        return (mean, unlimited);
    }

    private static BigInteger Scaled(BigInteger numerator, OutcomeExpectation found, int attackCount) =>
        numerator * BigInteger.Pow(OutcomeExpectation.Million, attackCount) / found.Denominator;
}
