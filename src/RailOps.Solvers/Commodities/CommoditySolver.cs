using RailOps.Solvers.Allocation;
using RailOps.Solvers.Programs;

namespace RailOps.Solvers.Commodities;

/// <summary>
/// Problem: share scarce arcs between commodities so that demanders sustain as many whole units as the policy makes of it; then deliver most; then at
/// least cost.
/// <para>
/// Method and source: programs in the arc-node form (<see cref="CommodityProgram"/>), one after another. Priority: the most units of each demander in turn,
/// those before it kept; rounded down this is the most whole units, because any smaller number is feasible too. Weighted: one mixed-integer program. Fair:
/// progressive filling (D. Bertsekas and R. Gallager, Data Networks, 1987, section 6.5.2): the smallest share as large as can be, those whose dual values
/// say that they hold it back kept there, and so on with the rest; then whole units rounded down.
/// </para>
/// <para>
/// Numbers: programs are floating point, solved by whoever implements <see cref="ILinearProgramSolver"/>. The flows are rounded to whole units by
/// <see cref="CommodityRounding"/> with our own maximum flow, one commodity at a time; unit counts are read from what then arrives.
/// </para>
/// <para>Cost: one program per demander, two more for tonnes and cost; with bindings two more for each short demander, and two for each commodity and one for each stock that its dual
/// values name. Thread safe if the solver of programs is.</para>
/// <para>Does not do: proofs. Integral multi-commodity flow is NP-hard (Even, Itai, Shamir 1976) and its linear bound need not be met.</para>
/// </summary>
/// <param name="programs">Solves programs.</param>
public sealed class CommoditySolver(ILinearProgramSolver programs)
{
    /// <summary>Solves.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="policy">What a best sharing is.</param>
    /// <param name="options">Limits.</param>
    /// <param name="token">Cancelling gives an answer without flows.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="SolverUnavailableException">The solver of programs cannot be asked.</exception>
    /// <exception cref="SolverFailedException">It broke down, or found no flow where the empty one is feasible.</exception>
    public CommodityResult Solve(CommodityProblem problem, AllocationPolicy policy, CommodityOptions options, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        var series = new CommodityPrograms(programs, problem, options, token);
        try
        {
            return new CommodityRun(problem, policy, options, series).Solve();
        }
        catch (CommodityInterruption interruption)
        {
            return new CommodityResult(null, [], [], interruption.Termination, series.Count, series.Solver, series.Tolerance);
        }
    }
}
