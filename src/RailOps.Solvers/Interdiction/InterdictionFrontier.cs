using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// Problem: the least flow left as a function of the budget of one resource, the others fixed: a falling staircase, with a plan
/// for every step.
/// <para>
/// Method: epsilon constraint (Y. Y. Haimes, L. S. Lasdon and D. A. Wismer 1971) from the largest budget down: what the best plan
/// costs of the resource, less one, is the next budget. The value only rises on the way, so a search may stop at the last value; the
/// first time it does not reach it, its proof covers the step.
/// </para>
/// <para>Cost: one interdiction per step and per cheaper plan of the same value. Exact, deterministic.</para>
/// </summary>
public static class InterdictionFrontier
{
    /// <summary>Traces the frontier from 0 to the problem's budget of a resource.</summary>
    /// <param name="problem">What may be attacked; its budgets of the other resources hold for every point.</param>
    /// <param name="resource">Index of the resource whose budget varies.</param>
    /// <param name="options">Limits for the whole frontier; whether proofs are kept. The count must be 1.</param>
    /// <param name="progress">Told of each point once it is final, the largest budget first, on the caller's thread; null if nobody listens.</param>
    /// <param name="token">Cancelling gives the points found so far.</param>
    public static FrontierResult Trace(
        InterdictionProblem problem, int resource, InterdictionOptions options, IProgress<FrontierPoint>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(resource);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(resource, problem.Budgets.Length);
        InterdictionOptions.Require(options);
        if (options.Count != 1)
            throw new ArgumentException($"A frontier has one plan a point, but {options.Count} are asked for.", nameof(options));
        var stop = new StopSignal(options.Limits, token);
        var points = new List<FrontierPoint>();
        var statistics = SolveStatistics.None;
        var (budget, knownBound) = (problem.Budgets[resource], 0L);
        while (budget >= 0)
        {
            var result = LagrangianInterdictionSolver.Solve(
                problem.WithBudgets(problem.Budgets.SetItem(resource, budget)), options, stop, knownBound, progress: null);
            statistics = Sum(statistics, result.Statistics);
            if (result.Termination is not (Termination.Optimal or Termination.Unbounded))
                return new FrontierResult(result.Termination, Finish(points), statistics);
            Add(points, result, resource, budget, progress);
            (budget, knownBound) = (points[^1].Budget - 1, points[^1].Value);
        }

        progress?.Report(points[^1]);
        return new FrontierResult(Termination.Optimal, Finish(points), statistics);
    }

    /// <summary>Adds the best plan within a budget as a point, or puts it in the place of a dearer one of the same value.</summary>
    private static void Add(List<FrontierPoint> points, InterdictionResult result, int resource, long budget, IProgress<FrontierPoint>? progress)
    {
        var plan = result.Plan!;
        var (proved, certificate) = (budget, result.Certificate);
        if (points.Count > 0 && plan.Value == points[^1].Value)
        {
            (proved, certificate) = (points[^1].ProvedUpTo, points[^1].Certificate);
            points.RemoveAt(points.Count - 1);
        }
        else if (points.Count > 0)
        {
            progress?.Report(points[^1]);
        }

        points.Add(new FrontierPoint(plan.Costs[resource], plan.Value, plan, IsSupported: false, proved, certificate));
    }

    private static SolveStatistics Sum(SolveStatistics a, SolveStatistics b) =>
        new(a.AugmentationCount + b.AugmentationCount, a.SolveCount + b.SolveCount, a.SearchNodeCount + b.SearchNodeCount);

    private static System.Collections.Immutable.ImmutableArray<FrontierPoint> Finish(List<FrontierPoint> points)
    {
        points.Reverse();
        var hull = new List<FrontierPoint>();
        foreach (var point in points)
        {
            while (hull.Count > 1 && IsAbove(hull[^2], hull[^1], point))
                hull.RemoveAt(hull.Count - 1);
            hull.Add(point);
            if (hull[0].Value == FlowGraph.Unlimited && hull.Count > 1)
                hull.RemoveAt(0);
        }

        return [.. points.Select(point => point with { IsSupported = hull.Contains(point) })];
    }

    /// <summary>True if the middle point lies above the straight line between its neighbours.</summary>
    private static bool IsAbove(FrontierPoint left, FrontierPoint middle, FrontierPoint right) =>
        (Int128)(middle.Value - left.Value) * (right.Budget - left.Budget) > (Int128)(right.Value - left.Value) * (middle.Budget - left.Budget);
}
