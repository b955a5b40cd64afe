using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// Problem: one source serves demanders through a capacitated net; each wants whole units of a fixed flow. Find the best numbers
/// of whole units under a policy, and a flow that delivers them and, in order of priority, as much of the remaining need as the
/// net still carries.
/// <para>
/// Method and source: the vectors of flow that demanders can get from one source form a polymatroid (N. Megiddo, "Optimal flows
/// in networks with multiple sources and sinks", Mathematical Programming 7, 1974; A. Federgruen and H. Groenevelt, "The greedy
/// procedure for resource allocation problems", Operations Research 34, 1986), so serving in any fixed order never regrets.
/// Priority serves in order; Weighted searches over whole units with the polymatroid's greedy optimum as bound; Fair finds the
/// lexicographically optimal base (Megiddo 1974; S. Fujishige, "Lexicographically optimal base of a polymatroid with respect to
/// a weight vector", Mathematics of Operations Research 5, 1980) by discrete Newton steps on exact fractions.
/// </para>
/// <para>Cost: one incremental maximum flow per demander (Priority), per level and Newton step (Fair), per search node and demander (Weighted).</para>
/// <para>Numbers: whole flow units, exact; graph total plus needs at most 2^58, weights times counts within 64 bits, else OutOfRange.</para>
/// <para>Ties: Priority and Fair have one answer in units; Weighted takes, among equals, more units for earlier (priority, index).</para>
/// <para>Certificate: <see cref="AllocationCertificate"/>, checked by <see cref="Checking.AllocationChecker"/>.</para>
/// </summary>
public static class AllocationSolver
{
    /// <summary>Solves; stateless and safe to call from many threads.</summary>
    /// <param name="problem">The question.</param>
    /// <param name="policy">What best means; an unknown value: <see cref="ArgumentOutOfRangeException"/>.</param>
    /// <param name="options">Limits.</param>
    /// <param name="token">Cancelling gives the best feasible allocation so far with <see cref="Termination.Stopped"/>, not an exception.</param>
    public static AllocationResult Solve(AllocationProblem problem, AllocationPolicy policy, SolveOptions options, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        if (!Enum.IsDefined(policy))
            throw new ArgumentOutOfRangeException(nameof(policy), policy, "Policy should be Priority, Weighted or Fair.");
        if (!problem.IsInRange)
            return AllocationResult.OutOfRange(policy);
        var network = new AllocationNetwork(problem, new StopSignal(options, token));
        return policy switch
        {
            AllocationPolicy.Priority => PriorityAllocation.Solve(network),
            AllocationPolicy.Weighted => new WeightedAllocation(network).Solve(),
            _ => new FairAllocation(network).Solve(),
        };
    }
}
