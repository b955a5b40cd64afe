using System.Numerics;
using NUnit.Framework;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Tests.Interdiction;

[TestFixture]
public sealed class InterdictionBruteForceTests
{
    [Test]
    public void Three_thousand_random_nets_agree_with_trying_every_plan()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var problem = InterdictionNets.Small(new Random(seed));
            var least = new BruteForceInterdiction(problem).Least;
            Assert.That(Value(Interdict.Best(problem, note: $"seed {seed}").Value), Is.EqualTo(least), $"seed {seed}");
        }
    }

    [Test]
    public void A_thousand_random_nets_with_two_resources_agree_with_trying_every_plan()
    {
        for (var seed = 10_000; seed < 11_000; seed++)
        {
            var problem = InterdictionNets.Small(new Random(seed), resourceCount: 2);
            var least = new BruteForceInterdiction(problem).Least;
            Assert.That(Value(Interdict.Best(problem, note: $"seed {seed}").Value), Is.EqualTo(least), $"seed {seed}");
        }
    }

    [Test]
    public void The_five_best_plans_of_a_thousand_nets_are_the_five_best_without_an_attack_in_vain()
    {
        for (var seed = 20_000; seed < 21_000; seed++)
        {
            var problem = InterdictionNets.Small(new Random(seed));
            var plans = Interdict.Best(problem, count: 5, note: $"seed {seed}").Plans;
            var expected = new BruteForceInterdiction(problem).WithoutVain();
            var found = string.Join(' ', plans.Select(plan => Value(plan.Value)));
            Assert.That(found, Is.EqualTo(string.Join(' ', expected.Take(5))), $"seed {seed}");
            Assert.That(plans.Select(plan => string.Join(' ', plan.Attacks)).Distinct().Count(), Is.EqualTo(plans.Length), $"seed {seed}");
        }
    }

    private static BigInteger? Value(long value) => value == FlowGraph.Unlimited ? null : value;
}
