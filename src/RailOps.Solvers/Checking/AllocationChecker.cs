using RailOps.Solvers.Allocation;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Checking;

/// <summary>
/// Verifies an <see cref="AllocationResult"/> from the problem and the result's data alone: the flow delivers what is said, and
/// the policy's cuts, added up here, allow nothing better. Shares no code with the solver. Sums in 128 bits or big integers.
/// <para>
/// Priority and Fair are certified. Weighted is certified if the bound from its prefix cuts meets the objective; otherwise
/// feasibility and bound are checked and the report says <see cref="ProofKind.BySearch"/>. Which of several equally good
/// weighted allocations is chosen is not part of the proof.
/// </para>
/// </summary>
public static class AllocationChecker
{
    /// <summary>Checks an answer.</summary>
    /// <param name="problem">The question.</param>
    /// <param name="result">The answer.</param>
    public static CheckReport Check(AllocationProblem problem, AllocationResult result)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Termination == Termination.OutOfRange)
            return problem.IsInRange ? CheckReport.Refused("The numbers are in range, but the answer says they are not.") : CheckReport.Accepted(ProofKind.Certified);
        if (AllocationFeasibility.Problem(problem, result) is { } infeasible)
            return CheckReport.Refused(infeasible);
        if (result.Termination is Termination.TimeLimit or Termination.Stopped or Termination.WithinTolerance)
            return CheckReport.Accepted(ProofKind.None);
        if (result.Termination != Termination.Optimal || result.Certificate is not { } certificate)
            return CheckReport.Refused($"An answer with termination {result.Termination} should be Optimal and carry a certificate.");
        if (FullNeedProblem(problem, result, certificate) is { } fault)
            return CheckReport.Refused(fault);
        return result.Policy switch
        {
            AllocationPolicy.Priority => Report(PriorityProof.Problem(problem, result, certificate)),
            AllocationPolicy.Fair => Report(FairProof.Problem(problem, result, certificate)),
            _ => WeightedProof.Check(problem, result, certificate),
        };
    }

    private static CheckReport Report(string? fault) =>
        fault is null ? CheckReport.Accepted(ProofKind.Certified) : CheckReport.Refused(fault);

    private static string? FullNeedProblem(AllocationProblem problem, AllocationResult result, AllocationCertificate certificate)
    {
        if (DemandCut.Of(problem, certificate.FullNeedCut, out var fault) is not { } cut)
            return fault;
        var most = cut.Capacity;
        for (var demand = 0; demand < problem.Demands.Length; demand++)
            most += cut.IsBehind[demand] ? 0 : DemandCut.Need(problem, demand);
        // Fair shares are rounded down, so less than one flow unit a demander may be left.
        var left = result.Policy == AllocationPolicy.Fair ? problem.Demands.Length : 0;
        return most - result.TotalDelivered <= left && most >= result.TotalDelivered
            ? null
            : $"The cut for the full needs allows {most} flow units in all, but {result.TotalDelivered} are delivered.";
    }
}
