using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// Problem: choose attacks within the budgets so that the weighted sum of the maximum flows left in several cases is least.
/// <para>
/// Method and source: the stochastic interdiction model of K. J. Cormican, D. P. Morton and R. K. Wood ("Stochastic network
/// interdiction", Operations Research 46, 1998), bounded as J. O. Royset and R. K. Wood (INFORMS Journal on Computing 19, 2007) bound
/// one case: attacks are paid at a price per unit of budget. So that the cases fall apart, every attack's price is split over them
/// (variable splitting, M. Guignard and S. Kim, Mathematical Programming 39, 1987) and the split is improved; then branch and bound on
/// attacks with reduced-cost fixing by the gap of the sum.
/// </para>
/// <para>
/// Numbers: whole, exact. The product of all weights together and all finite capacities together (edges twice) may not exceed
/// <see cref="SumTable.LargestSum"/>, 2^61, and the capacities alone not <see cref="FlowGraph.LargestTotal"/>; else OutOfRange.
/// </para>
/// <para>
/// Ties: among plans that leave the same, the one found first without its attacks in vain; the same for the same problem. Cost: a
/// maximum flow per case and step; the problem is strongly NP-hard, so a time limit belongs to large questions.
/// </para>
/// <para>Does not do: capacities that differ between cases otherwise than by what is attacked. Certificate: plan, cuts and proof tree.</para>
/// <para>Choose this when attacks may fail, damage is repaired, or sinks differ in value. Holds no state; safe to share between threads.</para>
/// </summary>
public sealed class LagrangianScenarioSumSolver : IScenarioSumSolver
{
    /// <inheritdoc/>
    public string Name => "lagrangian-sum";

    /// <inheritdoc/>
    public ScenarioSumResult Solve(
        ScenarioSumProblem problem, ScenarioSumOptions options, IProgress<ScenarioSumProgress>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        return Solve(problem, options.RecordProof, new SearchWork(new StopSignal(options.Limits, token)), progress);
    }

    /// <summary>As the public Solve, with the work and the stop of a larger question.</summary>
    internal static ScenarioSumResult Solve(ScenarioSumProblem problem, bool recordProof, SearchWork work, IProgress<ScenarioSumProgress>? progress)
    {
        var table = new SumTable(problem);
        if (!table.IsInRange)
            return ScenarioSumResult.OutOfRange();
        var evaluator = new SumEvaluator(table, work);
        var keeper = new SumPlanKeeper(table, evaluator);
        if (evaluator.Value([]) is not { } before)
            return ScenarioSumResult.Interrupted(work.Stop.Reason, keeper.Finish(), bound: 0, valueBefore: null, work.Statistics);
        var proof = new SumProofRecorder(table, recordProof);
        var search = new SumBranchAndBound(table, keeper, proof, work, before, progress);
        if (keeper.Consider([], SumRegion.Root(table)))
            search.Run();
        var plan = keeper.Finish();
        var publicBefore = before == table.NoPlan ? FlowGraph.Unlimited : before;
        return search.IsFinished
            ? ScenarioSumResult.Proved(plan, publicBefore, proof.Finish(plan, keeper.Needed), work.Statistics)
            : ScenarioSumResult.Interrupted(work.Stop.Reason, plan, long.Min(search.Bound, plan.Value), publicBefore, work.Statistics);
    }
}
