using System.Numerics;
using NUnit.Framework;
using RailOps.Solvers.Fortification;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Tests.Fortification;

[TestFixture]
public sealed class FortificationBruteForceTests
{
    [Test]
    public void Two_thousand_random_nets_agree_with_trying_every_defence_against_every_attack()
    {
        for (var seed = 0; seed < 2000; seed++)
            Agrees(FortificationNets.Small(new Random(seed)), $"seed {seed}");
    }

    [Test]
    public void A_thousand_random_nets_with_several_resources_on_either_side_agree_with_trying_everything()
    {
        for (var seed = 10_000; seed < 11_000; seed++)
            Agrees(FortificationNets.Small(new Random(seed), 1 + (seed % 2), 1 + (seed / 2 % 2)), $"seed {seed}");
    }

    private static void Agrees(FortificationProblem problem, string note)
    {
        var result = Fortify.Best(problem, note);
        var reference = new BruteForceFortification(problem);
        Assert.That(Value(result.Value), Is.EqualTo(reference.Most), note);
        Assert.That(Value(result.ValueUnprotected!.Value), Is.EqualTo(reference.Behind([])), note);
        Assert.That(Value(result.Attack!.Value), Is.EqualTo(reference.Most), note);
        foreach (var protection in result.Defence)
        {
            var without = reference.Behind(result.Defence.Where(other => other != protection));
            Assert.That(without is not null && (reference.Most is null || without < reference.Most), Is.True, $"{note}: protection {protection} is in vain");
        }
    }

    private static BigInteger? Value(long value) => value == FlowGraph.Unlimited ? null : value;
}
