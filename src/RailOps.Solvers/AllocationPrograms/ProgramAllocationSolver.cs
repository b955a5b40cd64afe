using RailOps.Solvers.Allocation;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.AllocationPrograms;

/// <summary>
/// Problem: that of <see cref="AllocationSolver"/>.
/// <para>
/// Method: programs over the flows of the net, solved by whoever solves such programs. Priority: one linear program per demander in turn, those
/// before it held at their whole units; with them held, the most that it can get, rounded down to whole units, is the most whole units that it can
/// get, since the deliveries beside fixed ones form an interval. Weighted: one mixed-integer program for the worth, then one per demander that
/// settles ties in order of priority. Fair: the largest common share, then, demander by demander, who cannot rise above it; those are fixed and
/// the rest go on (D. Nace and M. Pioro, "Max-min fairness and its applications to routing and load-balancing in communication networks: a tutorial", IEEE
/// Communications Surveys and Tutorials 10, 2008).
/// </para>
/// <para>
/// Numbers: the programs are solved in floating point. Whole units are rounded within the solver's tolerance, and a flow that delivers them is
/// found in whole numbers by our own maximum flow, which then tops up as the exact solver does; units that do not fit are refused
/// (<see cref="SolverFailedException"/>). That nothing is better is the other solver's word: <see cref="Termination.WithinTolerance"/>, never Optimal.
/// </para>
/// <para>Does not do: proofs. Choose this as a second opinion from outside. Thread safe if the solver of programs is.</para>
/// </summary>
/// <param name="programs">Solves linear and mixed-integer programs.</param>
public sealed class ProgramAllocationSolver(ILinearProgramSolver programs) : IAllocationSolver
{
    /// <inheritdoc/>
    public string Name => programs.Name;

    /// <inheritdoc/>
    public bool GivesCertificates => false;

    /// <inheritdoc/>
    /// <exception cref="SolverUnavailableException">The solver of programs cannot be asked.</exception>
    /// <exception cref="SolverFailedException">The solver of programs broke down, or what it says does not fit the net.</exception>
    public AllocationResult Solve(AllocationProblem problem, AllocationPolicy policy, SolveOptions options, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        if (!Enum.IsDefined(policy))
            throw new ArgumentOutOfRangeException(nameof(policy), policy, "Policy should be Priority, Weighted or Fair.");
        if (!problem.IsInRange)
            return AllocationResult.OutOfRange(policy);
        var run = new ProgramRun(programs, options, token);
        var network = new AllocationNetwork(problem, new StopSignal(options, token));
        return policy switch
        {
            AllocationPolicy.Priority => new PriorityPrograms(network, run).Solve(),
            AllocationPolicy.Weighted => new WeightedPrograms(network, run).Solve(),
            _ => new FairPrograms(network, run).Solve(),
        };
    }
}
