using NUnit.Framework;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;
using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Solvers.Tests.UnitInterdiction;

/// <summary>Solves and looks at every answer before a test sees it.</summary>
internal static class InterdictUnits
{
    /// <summary>The proved answer.</summary>
    public static UnitInterdictionResult Best(UnitInterdictionProblem problem, string note = "")
    {
        var result = UnitInterdictionSolver.Solve(problem, InterdictionOptions.Default, progress: null, CancellationToken.None);
        Assert.That(result.Termination, Is.EqualTo(Termination.Optimal), note);
        return result;
    }
}
