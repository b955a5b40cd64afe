using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Tests.Interdiction;

/// <summary>Solves and lets the checker look at every answer before a test sees it.</summary>
internal static class Interdict
{
    /// <summary>The proved answer, its certificate replayed.</summary>
    public static InterdictionResult Best(InterdictionProblem problem, int count = 1, string note = "")
    {
        var result = new LagrangianInterdictionSolver().Solve(
            problem, new InterdictionOptions { Count = count }, progress: null, CancellationToken.None);
        Assert.That(result.Termination, Is.EqualTo(Termination.Optimal).Or.EqualTo(Termination.Unbounded), note);
        var report = InterdictionChecker.Check(problem, result);
        Assert.That(report.IsAccepted, Is.True, $"{note}: {report.Problem}");
        Assert.That(report.Proof, Is.EqualTo(ProofKind.Certified), note);
        return result;
    }
}
