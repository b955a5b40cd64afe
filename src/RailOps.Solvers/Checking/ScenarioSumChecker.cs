using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;
using RailOps.Solvers.ScenarioSums;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Verifies a <see cref="ScenarioSumResult"/> from the problem and the result's data alone, sharing no code with any solver: the plan is
/// within the budgets and has a cut per case whose weighted capacities add up to its value, and the proof tree (docs/certificates.md)
/// shows that no plan leaves less. Time: the size of the problem times its cases for every step of the proof. Sums are exact.
/// </summary>
public static class ScenarioSumChecker
{
    /// <summary>Checks an answer.</summary>
    /// <param name="problem">The problem it was asked about.</param>
    /// <param name="result">The answer.</param>
    /// <returns>Accepted as Certified if the proof was replayed, as BySearch if the answer is called best but carries no proof.</returns>
    public static CheckReport Check(ScenarioSumProblem problem, ScenarioSumResult result)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Termination == Termination.OutOfRange)
            return CheckReport.Accepted(ProofKind.Certified);
        if (result.Plan is null)
            return CheckReport.Refused("There should be a plan, but there is none.");
        if (PlanProblem(problem, result.Plan) is { } fault)
            return CheckReport.Refused(fault);
        if (result.Bound > result.Value)
            return CheckReport.Refused($"The bound should be at most the value {result.Value}, but is {result.Bound}.");
        if (result.Termination is Termination.TimeLimit or Termination.Stopped)
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
    public static CheckReport Check(ScenarioSumProblem problem, ScenarioSumCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(certificate);
        var fault = PlanProblem(problem, certificate.Plan) ?? new ScenarioSumProofReplay(problem, certificate).Problem();
        return fault is null ? CheckReport.Accepted(ProofKind.Certified) : CheckReport.Refused(fault);
    }

    private static string? PlanProblem(ScenarioSumProblem problem, SumPlan plan) =>
        AttackPlanCheck.Fault(problem.Targets, problem.Budgets, plan.Attacks, plan.Costs)
            ?? (plan.Value == FlowGraph.Unlimited ? null : SumProblem(problem, plan));

    private static string? SumProblem(ScenarioSumProblem problem, SumPlan plan)
    {
        if (plan.Cuts.Length != problem.Cases.Length)
            return $"There should be a cut for each of {problem.Cases.Length} cases, but there are {plan.Cuts.Length}.";
        Int128 sum = 0;
        for (var one = 0; one < plan.Cuts.Length; one++)
        {
            var (cut, sinks) = (plan.Cuts[one], problem.SinksOf(one));
            var inEffect = plan.Attacks.Where(attack => problem.Cases[one].IsInEffect(attack.Target, attack.Level));
            if (CutSum.Of(AttackedGraph.Of(problem.Graph, problem.Targets, inEffect), cut, out var fault) is not { } capacity)
                return $"Case {one}: {fault}";
            if (problem.Sources.Any(source => !cut.SourceSide[source]))
                return $"Every source should be on the source side of the cut of case {one}, but one is not.";
            if (sinks.Any(sink => cut.SourceSide[sink] && !cut.CutNodes.Contains(sink)))
                return $"Every sink should be on the sink side of the cut of case {one}, but one is not.";
            if (capacity != cut.Capacity)
                return $"The cut of case {one} should have the stated {cut.Capacity} flow units, but has {capacity}.";
            sum += capacity * problem.Cases[one].Weight;
        }

        return sum == plan.Value ? null : $"The weighted cuts should add up to the plan's value, {plan.Value}, but add up to {sum}.";
    }
}
