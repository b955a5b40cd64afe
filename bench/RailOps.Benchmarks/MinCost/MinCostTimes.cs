using RailOps.Benchmarks.Flow;
using RailOps.Benchmarks.Flow.Nets;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Results;

namespace RailOps.Benchmarks.MinCost;

/// <summary>Times our solver cold, and a session that goes on after a change.</summary>
internal static class MinCostTimes
{
    private const int RunCount = 5;
    private const int ChangeCount = 20;
    private const double LongSeconds = 5;
    private const double ShortestBatchSeconds = 0.05;

    public static (Timing Timing, long Pivots) Cold(MinCostFlowProblem problem)
    {
        MinCostFlowResult? result = null;
        var seconds = Seconds(() => result = Solve(problem), batch: 1);
        if (seconds < LongSeconds)
        {
            var batch = Math.Max(1, (int)(ShortestBatchSeconds / (seconds + 1e-6)));
            seconds = Median(Enumerable.Range(0, RunCount).Select(_ => Seconds(() => result = Solve(problem), batch) / batch));
        }

        return (new Timing("RailOps network simplex", seconds, double.NaN, (long)result!.Cost!.Value), result.Statistics.PivotCount);
    }

    public static IEnumerable<WarmRow> Warm(CostNet net)
    {
        var problem = net.ToProblem();
        var used = Solve(problem).Flow!.ArcFlow.Select((flow, arc) => (flow, arc)).Where(pair => pair.flow != 0 && net.Costs[pair.arc] > 0).Select(pair => pair.arc).ToArray();
        var random = new SplitMix64(3);
        int Draw() => used[random.Whole(0, used.Length - 1)];
        yield return Row(net, "a used arc closed", () => Draw(), (session, arc) => session.SetCapacity(arc, 0), (session, arc) => session.SetCapacity(arc, net.Net.Arcs[arc].Capacity));
        yield return Row(net, "a used arc at twice the cost", () => Draw(), (session, arc) => session.SetCost(arc, 2 * net.Costs[arc]), (session, arc) => session.SetCost(arc, net.Costs[arc]));
        yield return Row(net, "1 % more sent", () => 0, (session, _) => session.SetAmount(net.Amount + Math.Max(1, net.Amount / 100)), (session, _) => session.SetAmount(net.Amount));
    }

    private static WarmRow Row(CostNet net, string change, Func<int> draw, Action<MinCostFlowSession, int> make, Action<MinCostFlowSession, int> undo)
    {
        var session = new MinCostFlowSession(net.ToProblem());
        Solve(session);
        var rows = new List<WarmRow>();
        for (var step = 0; step < ChangeCount; step++)
        {
            var arc = draw();
            make(session, arc);
            var (warm, cold) = (MinCostFlowStatistics.None, MinCostFlowStatistics.None);
            var warmSeconds = Seconds(() => warm = Solve(session).Statistics, batch: 1);
            var changed = session.ToProblem();
            var coldSeconds = Seconds(() => cold = Solve(changed).Statistics, batch: 1);
            rows.Add(new WarmRow(change, warmSeconds, coldSeconds, warm.PivotCount, cold.PivotCount, warm.RepairCount));
            undo(session, arc);
            Solve(session);
        }

        return new WarmRow(
            change,
            Median(rows.Select(row => row.WarmSeconds)),
            Median(rows.Select(row => row.ColdSeconds)),
            (long)Median(rows.Select(row => (double)row.WarmPivots)),
            (long)Median(rows.Select(row => (double)row.ColdPivots)),
            (long)Median(rows.Select(row => (double)row.Repairs)));
    }

    private static MinCostFlowResult Solve(MinCostFlowProblem problem) => new NetworkSimplexSolver().Solve(problem, SolveOptions.Default, CancellationToken.None);

    private static MinCostFlowResult Solve(MinCostFlowSession session) => session.Solve(SolveOptions.Default, CancellationToken.None);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static double Seconds(Action solve, int batch)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var run = 0; run < batch; run++)
            solve();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
