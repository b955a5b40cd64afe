using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.UnitInterdiction;

/// <summary>
/// Problem: choose attacks within the budgets so that the largest worth of whole units that can still be served at once is least.
/// <para>
/// Method: see UnitSearch. The continuous weighted value bounds the worth of whole units from above, so that bounds for it prove
/// nothing here; each proof shows instead that no plan breaks certain whole units. Bounds for that are the Lagrangian ones of J. O.
/// Royset and R. K. Wood (INFORMS Journal on Computing 19, 2007), on nets in which one demander is merged with the sink.
/// </para>
/// <para>Numbers: whole, exact. Graph, targets and needs may sum to less than <see cref="Graphs.FlowGraph.LargestTotal"/>, weights times counts to 64 bits.</para>
/// <para>
/// Ties: among plans that leave the same, the one found first without its attacks in vain, the dearest dropped first; the same for the
/// same problem. Cost: exponential at worst, so a time limit belongs to large questions: hard are those in which the budgets suffice
/// to starve any one demander but not all. One thread, whatever the options say.
/// </para>
/// <para>Certificate: plan and proof tree (docs/certificates.md). Holds no state; safe to share between threads.</para>
/// </summary>
public static class UnitInterdictionSolver
{
    /// <summary>Solves from scratch. The same problem and options give the same answer, unless stopped by time or token.</summary>
    /// <param name="problem">What may be attacked and who wants what.</param>
    /// <param name="options">Limits and proof; <see cref="InterdictionOptions.Count"/> must be 1, else <see cref="ArgumentOutOfRangeException"/>.</param>
    /// <param name="progress">Told of every better plan and bound, on the caller's thread; null if nobody listens.</param>
    /// <param name="token">Cancelling gives the best plan and bound so far with <see cref="Termination.Stopped"/>, not an exception.</param>
    public static UnitInterdictionResult Solve(
        UnitInterdictionProblem problem, InterdictionOptions options, IProgress<UnitInterdictionProgress>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNotEqual(options.Count, 1, nameof(options));
        if (!problem.Allocation.IsInRange)
            return UnitInterdictionResult.OutOfRange();
        var net = new WitnessNet(problem);
        if (!net.Table.IsInRange)
            return UnitInterdictionResult.OutOfRange();
        return new UnitInterdictionRun(net, options, progress, token).Solve();
    }
}
