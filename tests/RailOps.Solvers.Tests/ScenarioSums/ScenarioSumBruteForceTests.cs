using System.Numerics;
using NUnit.Framework;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Tests.ScenarioSums;

[TestFixture]
public sealed class ScenarioSumBruteForceTests
{
    [Test]
    public void Two_thousand_random_sums_agree_with_trying_every_plan()
    {
        for (var seed = 0; seed < 2000; seed++)
            Agrees(seed, resourceCount: 1);
    }

    [Test]
    public void Seven_hundred_random_sums_with_two_resources_agree_with_trying_every_plan()
    {
        for (var seed = 10_000; seed < 10_700; seed++)
            Agrees(seed, resourceCount: 2);
    }

    private static void Agrees(int seed, int resourceCount)
    {
        var problem = SumNets.Small(new Random(seed), resourceCount);
        Assert.That(Value(SolveSum.Best(problem, $"seed {seed}").Value), Is.EqualTo(BruteForceScenarioSum.Least(problem)), $"seed {seed}");
    }

    private static BigInteger? Value(long value) => value == FlowGraph.Unlimited ? null : value;
}
