using RailOps.Solvers.Results;
using RailOps.Solvers.UnitInterdiction;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Verifies a <see cref="UnitInterdictionResult"/> from the problem and the result's data alone, sharing no code with any solver: the
/// plan is within the budgets, its units can be served under it and nothing worth more can, and the proof tree
/// (docs/certificates.md) shows that every plan leaves as much. Sums are exact.
/// </summary>
public static class UnitInterdictionChecker
{
    /// <summary>Checks an answer.</summary>
    /// <param name="problem">The problem it was asked about.</param>
    /// <param name="result">The answer.</param>
    /// <returns>Accepted as Certified if the proof was replayed, as BySearch if the answer is called best but carries no proof.</returns>
    public static CheckReport Check(UnitInterdictionProblem problem, UnitInterdictionResult result)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Termination == Termination.OutOfRange)
            return CheckReport.Accepted(ProofKind.Certified);
        if (result.Plan is not { } plan)
            return CheckReport.Refused("There should be a plan, but there is none.");
        if (PlanProblem(problem, plan) is { } fault)
            return CheckReport.Refused(fault);
        if (result.Bound > plan.Worth)
            return CheckReport.Refused($"The bound should be at most the worth {plan.Worth}, but is {result.Bound}.");
        if (result.Termination is Termination.TimeLimit or Termination.Stopped)
            return CheckReport.Accepted(ProofKind.None);
        if (result.Bound != plan.Worth)
            return CheckReport.Refused($"Bound and worth should be equal, but are {result.Bound} and {plan.Worth}.");
        if (result.Certificate is not { } certificate)
            return CheckReport.Accepted(ProofKind.BySearch);
        if (certificate.Plan.Worth != plan.Worth || !certificate.Plan.Attacks.SequenceEqual(plan.Attacks))
            return CheckReport.Refused($"The certificate should be about the plan that leaves {plan.Worth}, but is about another that leaves {certificate.Plan.Worth}.");
        return Check(problem, certificate);
    }

    /// <summary>Checks a certificate alone: that its plan is a plan, leaves its worth, and that no plan leaves less.</summary>
    /// <param name="problem">The problem it is about.</param>
    /// <param name="certificate">The certificate.</param>
    public static CheckReport Check(UnitInterdictionProblem problem, UnitInterdictionCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(certificate);
        var fault = PlanProblem(problem, certificate.Plan)
            ?? new UnitWorthReplay(problem, certificate).Problem()
            ?? new UnitProofReplay(problem, certificate).Problem();
        return fault is null ? CheckReport.Accepted(ProofKind.Certified) : CheckReport.Refused(fault);
    }

    private static string? PlanProblem(UnitInterdictionProblem problem, UnitAttackPlan plan) =>
        AttackPlanCheck.Fault(problem.Targets, problem.Budgets, plan.Attacks, plan.Costs);
}
