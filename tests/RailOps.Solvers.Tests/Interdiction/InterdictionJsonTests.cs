using NUnit.Framework;
using RailOps.Solvers.Interdiction;
using RailOps.Testing;

namespace RailOps.Solvers.Tests.Interdiction;

/// <summary>The certificates that the tests of the Python checker read. Set RAILOPS_WRITE_CERTIFICATES=1 to write them anew.</summary>
[TestFixture]
public sealed class InterdictionJsonTests
{
    private static readonly (string Name, InterdictionProblem Problem)[] Cases =
    [
        ("harris-ross-3", HarrisRoss.UnitAttacks(3)),
        ("grid-8x8", InterdictionNets.Grid(4, 8, 8, 0.4)),
        .. Enumerable.Range(0, 40).Select(seed => ($"small-{seed:00}", InterdictionNets.Small(new Random(seed)))),
        .. Enumerable.Range(40, 10).Select(seed => ($"small-{seed:00}", InterdictionNets.Small(new Random(seed), resourceCount: 2))),
    ];

    [Test]
    public void The_certificates_that_Python_reads_are_those_the_solver_writes()
    {
        var file = Path.Combine(RepositoryFolder.Root, "python", "tests", "certificates.jsonl");
        var lines = Cases.Select(item => InterdictionJson.Write(item.Problem, Interdict.Best(item.Problem).Certificate!)).ToList();
        if (Environment.GetEnvironmentVariable("RAILOPS_WRITE_CERTIFICATES") == "1")
            File.WriteAllText(file, string.Join('\n', lines) + "\n");
        Assert.That(File.ReadAllLines(file), Is.EqualTo(lines));
    }
}
