using NUnit.Framework;
using RailOps.Solvers.Checking;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Results;

namespace RailOps.Testing.Flow;

/// <summary>Solves cheapest-flow problems and lets the checker look at every answer before a test sees it.</summary>
public static class CertifiedMinCost
{
    /// <summary>The answer of a cold start, its certificate accepted.</summary>
    public static MinCostFlowResult Solve(MinCostFlowProblem problem) => Solve(problem, SolveOptions.Default);

    /// <summary>The answer within limits, accepted as far as it goes.</summary>
    public static MinCostFlowResult Solve(MinCostFlowProblem problem, SolveOptions options)
    {
        var result = new NetworkSimplexSolver().Solve(problem, options, CancellationToken.None);
        RequireProof(problem, result);
        return result;
    }

    /// <summary>The answer of a session with its present numbers, its certificate accepted.</summary>
    public static MinCostFlowResult Solve(MinCostFlowSession session)
    {
        var result = session.Solve(SolveOptions.Default, CancellationToken.None);
        RequireProof(session.ToProblem(), result);
        return result;
    }

    /// <summary>Fails the test unless the checker accepts the answer, as proven unless it was stopped.</summary>
    public static void RequireProof(MinCostFlowProblem problem, MinCostFlowResult result)
    {
        var report = MinCostFlowChecker.Check(problem, result);
        Assert.That(report.IsAccepted, Is.True, report.Problem);
        var isStopped = result.Termination is Termination.TimeLimit or Termination.Stopped;
        Assert.That(report.Proof, Is.EqualTo(isStopped ? ProofKind.None : ProofKind.Certified));
    }
}
