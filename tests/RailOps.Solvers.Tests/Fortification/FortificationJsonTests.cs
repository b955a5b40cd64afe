using NUnit.Framework;
using RailOps.Solvers.Fortification;
using RailOps.Solvers.Graphs;
using RailOps.Testing;

namespace RailOps.Solvers.Tests.Fortification;

/// <summary>The certificates as Python sees them. Set RAILOPS_WRITE_CERTIFICATES=1 to write anew those its own tests read.</summary>
[TestFixture]
public sealed class FortificationJsonTests
{
    private static readonly FortificationProblem[] Kept =
    [
        FortificationNets.Grid(4, 6, 5, 0.4, 0.5),
        .. Enumerable.Range(0, 15).Select(seed => FortificationNets.Small(new Random(seed))),
        .. Enumerable.Range(15, 10).Select(seed => FortificationNets.Small(new Random(seed), attackResourceCount: 2, defenceResourceCount: 2)),
    ];

    [Test]
    public void The_certificates_that_Python_reads_are_those_the_solver_writes()
    {
        var file = Path.Combine(RepositoryFolder.Root, "python", "tests", "fortification_certificates.jsonl");
        var lines = Kept.Select(problem => FortificationJson.Write(problem, Fortify.Best(problem).Certificate!)).ToList();
        if (Environment.GetEnvironmentVariable("RAILOPS_WRITE_CERTIFICATES") == "1")
            File.WriteAllText(file, string.Join('\n', lines) + "\n");
        Assert.That(File.ReadAllLines(file), Is.EqualTo(lines));
    }

    [Test]
    public void Python_accepts_the_certificates_of_six_hundred_random_nets()
    {
        var problems = Enumerable.Range(30_000, 600).Select(seed => FortificationNets.Small(new Random(seed), 1 + (seed % 2), 1 + (seed / 2 % 2))).ToList();
        var results = problems.Select(problem => Fortify.Best(problem)).ToList();
        var answers = PythonCheck.Answers([.. problems.Zip(results, (problem, result) => FortificationJson.Write(problem, result.Certificate!))]);
        var expected = results.Select(result => result.Value == FlowGraph.Unlimited ? "proved null" : $"proved {result.Value}");
        Assert.That(answers, Is.EqualTo(expected));
    }
}
