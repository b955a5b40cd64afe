using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Results;
using RailOps.Solvers.ScenarioSums;

namespace RailOps.Solvers.Tests.ScenarioSums;

/// <summary>Solves and lets the checker look at every answer before a test sees it.</summary>
internal static class SolveSum
{
    /// <summary>The proved answer, its certificate replayed.</summary>
    public static ScenarioSumResult Best(ScenarioSumProblem problem, string note = "")
    {
        var result = new LagrangianScenarioSumSolver().Solve(problem, ScenarioSumOptions.Default, progress: null, CancellationToken.None);
        Assert.That(result.Termination, Is.EqualTo(Termination.Optimal).Or.EqualTo(Termination.Unbounded), note);
        var report = ScenarioSumChecker.Check(problem, result);
        Assert.That(report.IsAccepted, Is.True, $"{note}: {report.Problem}");
        Assert.That(report.Proof, Is.EqualTo(ProofKind.Certified), note);
        return result;
    }
}
