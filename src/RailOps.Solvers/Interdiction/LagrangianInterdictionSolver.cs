using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Problem: choose attacks within the budgets so that the maximum flow left is least.
/// <para>
/// Method and source: the Lagrangian bound of J. O. Royset and R. K. Wood ("Solving the bi-objective maximum-flow
/// network-interdiction problem", INFORMS Journal on Computing 19, 2007): attacks are paid at a price per unit of budget instead
/// of being limited, which leaves a minimum cut. Where we differ: branch and bound instead of listing cuts, and at every node
/// attacks are ruled out and nodes merged by what the bound's flow proves, so that the nets shrink quickly (BranchAndBound).
/// Next-best plans by splitting the plans without the best ones (E. L. Lawler 1972).
/// </para>
/// <para>Numbers: whole, exact; prices are fractions with a power of two below. The sum of finite capacities may not exceed <see cref="FlowGraph.LargestTotal"/>.</para>
/// <para>
/// Ties: among plans that leave the same, the one found first without its attacks in vain; the same for the same problem. Several
/// threads give the same answer as one, plan for plan, with the same proof and the same counts of work, whatever the timing, unless
/// time or token stopped them.
/// Cost: a maximum flow per step; the problem is strongly NP-hard, so a time limit belongs to large questions.
/// </para>
/// <para>
/// Stopping: every loop longer than a node's neighbours looks at token and clock, setting up included. A stopped search gives the best
/// plan with a cut and the bound so far.
/// </para>
/// <para>Certificate: plan, cut and proof tree. Holds no state; safe to share between threads.</para>
/// </summary>
public sealed class LagrangianInterdictionSolver : IInterdictionSolver
{
    /// <inheritdoc/>
    public string Name => "lagrangian";

    /// <inheritdoc/>
    public InterdictionResult Solve(
        InterdictionProblem problem, InterdictionOptions options, IProgress<InterdictionProgress>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        InterdictionOptions.Require(options);
        return Solve(problem, options, new StopSignal(options.Limits, token), knownBound: 0, progress);
    }

    /// <summary>
    /// As the public Solve, told that every plan leaves at least <paramref name="knownBound"/>; a proof that needs this is left out. Told
    /// so wrongly, it stops at the first plan that leaves no more, and is right about what leaves more.
    /// </summary>
    internal static InterdictionResult Solve(
        InterdictionProblem problem, InterdictionOptions options, StopSignal stop, long knownBound, IProgress<InterdictionProgress>? progress)
    {
        var table = new PieceTable(problem, stop);
        if (!table.IsInRange)
            return InterdictionResult.OutOfRange();
        if (stop.IsRaised)
            return InterdictionResult.Interrupted(stop.Reason, [IdlePlan.Of(problem)], 0, valueBefore: null, SolveStatistics.None);
        var work = new SearchWork(stop);
        var evaluator = new PlanEvaluator(table, work);
        var before = evaluator.Evaluate([])?.Value is { } value ? Unlimited(table, value) : (long?)null;
        var proof = new ProofRecorder(table, options.RecordProof);
        var restriction = new SearchRestriction(table);
        var keeper = new PlanKeeper(table, restriction, evaluator, stop);
        var search = new BranchAndBound(restriction, keeper, evaluator, proof, work, long.Min(knownBound, table.Most - 1), progress);
        search.Run(options.ThreadCount);
        var plan = keeper.Finish();
        if (!search.IsFinished)
            return InterdictionResult.Interrupted(stop.Reason, [plan], long.Min(search.Bound, plan.Value), before, work.Statistics);
        var certificate = knownBound == 0 || keeper.Value > knownBound ? proof.Finish(plan, keeper.Value) : null;
        var plans = new PlanRanking(table, evaluator, work, options.ThreadCount).Extend(plan, options.Count);
        return stop.IsRaised
            ? InterdictionResult.Interrupted(stop.Reason, plans, plan.Value, before, work.Statistics)
            : InterdictionResult.Proved(plans, before!.Value, certificate, work.Statistics);
    }

    private static long Unlimited(PieceTable table, long value) => value == table.Most ? FlowGraph.Unlimited : value;
}
