using System.Collections.Immutable;
using RailOps.Solvers.Fortification;
using RailOps.Solvers.Tests.Interdiction;

namespace RailOps.Solvers.Tests.Fortification;

/// <summary>Seeded problems for the tests.</summary>
internal static class FortificationNets
{
    /// <summary>The small nets of the interdiction tests with up to 7 protections of one to three targets; some free, some too dear.</summary>
    public static FortificationProblem Small(Random random, int attackResourceCount = 1, int defenceResourceCount = 1)
    {
        var attack = InterdictionNets.Small(random, attackResourceCount);
        var count = attack.Targets.Length == 0 ? 0 : random.Next(8);
        var protections = Enumerable.Range(0, count).Select(_ => new Protection(
            [.. Enumerable.Range(0, attack.Targets.Length).OrderBy(_ => random.Next()).Take(random.Next(3) == 0 ? 1 + random.Next(3) : 1)],
            [.. Enumerable.Range(0, defenceResourceCount).Select(_ => random.Next(6) == 0 ? 0L : 1 + random.Next(4))]));
        return new FortificationProblem(
            attack, [.. protections], [.. Enumerable.Range(0, defenceResourceCount).Select(_ => (long)random.Next(8))]);
    }

    /// <summary>A grid of the interdiction tests, each of its edges protected for a cost of its own.</summary>
    public static FortificationProblem Grid(int seed, int width, int height, double attackShare, double defenceShare)
    {
        var attack = InterdictionNets.Grid(seed, width, height, attackShare);
        var random = new Random(seed + 1000);
        var protections = Enumerable.Range(0, attack.Targets.Length).Select(target => Protection.Of(target, 5 + random.Next(46))).ToImmutableArray();
        return new FortificationProblem(attack, protections, [(long)(defenceShare * height * 27)]);
    }
}
