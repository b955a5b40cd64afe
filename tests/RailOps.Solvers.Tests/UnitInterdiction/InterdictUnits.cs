using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Solvers.Tests.UnitInterdiction;

/// <summary>Solves and lets the checker look at every answer before a test sees it.</summary>
internal static class InterdictUnits
{
    /// <summary>The proved answer, its certificate replayed.</summary>
    public static UnitInterdictionResult Best(UnitInterdictionProblem problem, string note = "")
    {
        var result = UnitInterdictionSolver.Solve(problem, InterdictionOptions.Default, progress: null, CancellationToken.None);
        Assert.That(result.Termination, Is.EqualTo(Termination.Optimal), note);
        var report = UnitInterdictionChecker.Check(problem, result);
        Assert.That(report.IsAccepted, Is.True, $"{note}: {report.Problem}");
        Assert.That(report.Proof, Is.EqualTo(ProofKind.Certified), note);
        return result;
    }
}
