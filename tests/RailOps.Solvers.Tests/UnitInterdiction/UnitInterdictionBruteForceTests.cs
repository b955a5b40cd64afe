using NUnit.Framework;
using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Solvers.Tests.UnitInterdiction;

[TestFixture]
public sealed class UnitInterdictionBruteForceTests
{
    [Test]
    public void Two_thousand_random_nets_agree_with_trying_every_plan()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var problem = UnitNets.Small(new Random(seed));
            AgreesWithBruteForce(problem, seed);
        }
    }

    [Test]
    public void A_thousand_random_nets_with_two_resources_agree_with_trying_every_plan()
    {
        for (var seed = 10_000; seed < 11_000; seed++)
        {
            var problem = UnitNets.Small(new Random(seed), resourceCount: 2);
            AgreesWithBruteForce(problem, seed);
        }
    }

    private static void AgreesWithBruteForce(UnitInterdictionProblem problem, int seed)
    {
        var result = InterdictUnits.Best(problem, $"seed {seed}");
        var choice = new int[problem.Targets.Length];
        foreach (var attack in result.Plan!.Attacks)
            choice[attack.Target] = attack.Level + 1;
        Assert.That(result.Worth, Is.EqualTo(BruteForceUnits.Least(problem)), $"seed {seed}");
        Assert.That(BruteForceUnits.Worth(problem, choice), Is.EqualTo(result.Worth), $"seed {seed}");
        foreach (var attack in result.Plan.Attacks)
        {
            var without = choice.ToArray();
            without[attack.Target] = 0;
            Assert.That(BruteForceUnits.Worth(problem, without), Is.GreaterThan(result.Worth), $"seed {seed}: {attack} is in vain");
        }
    }
}
