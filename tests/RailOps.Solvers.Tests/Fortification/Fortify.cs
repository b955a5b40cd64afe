using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Fortification;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Tests.Fortification;

/// <summary>Solves and lets the checker look at every answer before a test sees it.</summary>
internal static class Fortify
{
    /// <summary>The proved answer, its certificate replayed.</summary>
    public static FortificationResult Best(FortificationProblem problem, string note = "")
    {
        var result = FortificationSolver.Solve(problem, FortificationOptions.Default, progress: null, CancellationToken.None);
        Assert.That(result.Termination, Is.EqualTo(Termination.Optimal).Or.EqualTo(Termination.Unbounded), note);
        var report = FortificationChecker.Check(problem, result);
        Assert.That(report.IsAccepted, Is.True, $"{note}: {report.Problem}");
        Assert.That(report.Proof, Is.EqualTo(ProofKind.Certified), note);
        return result;
    }
}
