using System.Globalization;
using NUnit.Framework;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Results;
using RailOps.Solvers.Tests.Fortification;
using RailOps.Testing;
using RailOps.Testing.Flow;

namespace RailOps.Solvers.Tests.MinCost;

/// <summary>The certificates as Python sees them. Set RAILOPS_WRITE_CERTIFICATES=1 to write anew those its own tests read.</summary>
[TestFixture]
public sealed class MinCostFlowJsonTests
{
    [Test]
    public void The_certificates_that_Python_reads_are_those_the_solver_writes()
    {
        var file = Path.Combine(RepositoryFolder.Root, "python", "tests", "flow_certificates.jsonl");
        var lines = Enumerable.Range(0, 60).Select(seed => RandomCostFlow.Small(new Random(seed))).Select(Document).ToList();
        if (Environment.GetEnvironmentVariable("RAILOPS_WRITE_CERTIFICATES") == "1")
            File.WriteAllText(file, string.Join('\n', lines) + "\n");
        Assert.That(File.ReadAllLines(file), Is.EqualTo(lines));
    }

    [Test]
    public void Python_accepts_the_certificates_of_a_thousand_random_nets()
    {
        var problems = Enumerable.Range(30_000, 1_000).Select(seed => RandomCostFlow.Small(new Random(seed))).ToList();
        var results = problems.Select(CertifiedMinCost.Solve).ToList();
        var answers = PythonCheck.Answers([.. problems.Zip(results, MinCostFlowJson.Write)], "flow_certificates");
        Assert.That(answers, Is.EqualTo(results.Select(Proved)));
    }

    [Test]
    public void An_answer_that_proves_nothing_is_not_written()
    {
        var problem = RandomCostFlow.Plain(new Random(1), nodeCount: 5, arcCount: 9);
        var stopped = MinCostFlowResult.Interrupted(Termination.Stopped, null, null, [], MinCostFlowStatistics.None);
        Assert.That(() => MinCostFlowJson.Write(problem, stopped), Throws.ArgumentException.With.Message.Contains("proves nothing"));
    }

    private static string Document(MinCostFlowProblem problem) => MinCostFlowJson.Write(problem, CertifiedMinCost.Solve(problem));

    private static string Proved(MinCostFlowResult result) => result.Termination switch
    {
        Termination.Infeasible => "proved \"infeasible\"",
        Termination.Unbounded => "proved \"unbounded\"",
        _ => $"proved {result.Cost!.Value.ToString(CultureInfo.InvariantCulture)}",
    };
}
