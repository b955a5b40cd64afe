using NUnit.Framework;
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
        return result;
    }
}
