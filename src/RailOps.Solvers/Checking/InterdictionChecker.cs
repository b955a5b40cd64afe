using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Verifies an <see cref="InterdictionResult"/> from the problem and the result's data alone, sharing no code with any solver:
/// every plan is within the budgets and has a cut of its value, and the proof tree (docs/certificates.md) shows that no plan leaves
/// less. Time: the size of the problem for every step of the proof. Sums are exact.
/// </summary>
public static class InterdictionChecker
{
    /// <summary>Checks an answer.</summary>
    /// <param name="problem">The problem it was asked about.</param>
    /// <param name="result">The answer.</param>
    /// <returns>
    /// Accepted as Certified if the proof was replayed, as BySearch if the answer is called best but carries no proof.
    /// </returns>
    public static CheckReport Check(InterdictionProblem problem, InterdictionResult result)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Termination == Termination.OutOfRange)
            return CheckReport.Accepted(ProofKind.Certified);
        if (result.Plan is null)
            return CheckReport.Refused("There should be a plan, but there is none.");
        foreach (var plan in result.Plans)
        {
            if (PlanProblem(problem, plan) is { } fault)
                return CheckReport.Refused(fault);
        }

        if (OrderProblem(result) is { } disorder)
            return CheckReport.Refused(disorder);
        if (result.Termination is Termination.TimeLimit or Termination.Stopped or Termination.WithinTolerance)
            return CheckReport.Accepted(ProofKind.None);
        if (result.Bound != result.Value)
            return CheckReport.Refused($"Bound and value should be equal, but are {result.Bound} and {result.Value}.");
        if (result.Certificate is not { } certificate)
            return CheckReport.Accepted(ProofKind.BySearch);
        if (certificate.Plan.Value != result.Value)
            return CheckReport.Refused($"The certificate should be about the value {result.Value}, but is about {certificate.Plan.Value}.");
        return Check(problem, certificate);
    }

    /// <summary>Checks a certificate alone: that its plan is a plan, has its value, and that no plan leaves less.</summary>
    /// <param name="problem">The problem it is about.</param>
    /// <param name="certificate">The certificate.</param>
    public static CheckReport Check(InterdictionProblem problem, InterdictionCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(certificate);
        var fault = PlanProblem(problem, certificate.Plan) ?? new InterdictionProofReplay(problem, certificate).Problem();
        return fault is null ? CheckReport.Accepted(ProofKind.Certified) : CheckReport.Refused(fault);
    }

    private static string? OrderProblem(InterdictionResult result)
    {
        for (var index = 1; index < result.Plans.Length; index++)
        {
            if (result.Plans[index].Value < result.Plans[index - 1].Value)
                return $"Plan {index} should leave no less than the plan before, but leaves {result.Plans[index].Value} after {result.Plans[index - 1].Value}.";
        }

        return result.Bound > result.Value ? $"The bound should be at most the value {result.Value}, but is {result.Bound}." : null;
    }

    /// <summary>The first fault of a plan, or null: its attacks, what they cost, and its cut.</summary>
    internal static string? PlanProblem(InterdictionProblem problem, AttackPlan plan) =>
        AttackPlanCheck.Fault(problem.Targets, problem.Budgets, plan.Attacks, plan.Costs) ?? CutProblem(problem, plan);

    private static string? CutProblem(InterdictionProblem problem, AttackPlan plan)
    {
        if (plan.Cut is not { } cut)
            return plan.Value == FlowGraph.Unlimited ? null : $"A plan that leaves {plan.Value} flow units should carry a cut, but has none.";
        if (CutSum.Of(AttackedGraph.Of(problem.Graph, problem.Targets, plan.Attacks), cut, out var fault) is not { } capacity)
            return fault;
        if (problem.Sources.Any(source => !cut.SourceSide[source]))
            return "Every source should be on the source side of the cut, but one is not.";
        if (problem.Sinks.Any(sink => cut.SourceSide[sink] && !cut.CutNodes.Contains(sink)))
            return "Every sink should be on the sink side of the cut, but one is not.";
        if (capacity != plan.Value || cut.Capacity != plan.Value)
            return $"The cut should have the plan's value, {plan.Value} flow units, but has {capacity} (stated {cut.Capacity}).";
        return null;
    }
}
