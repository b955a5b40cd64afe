using RailOps.Benchmarks.Flow.Nets;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Benchmarks.Flow;

/// <summary>Times our solvers on a frozen graph, set-up of their residual network included.</summary>
internal static class OwnSolvers
{
    private const int RunCount = 5;
    private const double LongSeconds = 5;
    private const double ShortestBatchSeconds = 0.05;

    public static IEnumerable<Timing> Run(FlowNet net, FlowGraph graph)
    {
        var pseudoflow = new PseudoflowMinCutSolver();
        yield return Time("RailOps pseudoflow, cut", graph, () => pseudoflow.SolveMinCut(graph, [net.Source], [net.Sink], SolveOptions.Default, CancellationToken.None).Value ?? 0);
        foreach (var solver in new IMaxFlowSolver[] { pseudoflow, new DinicMaxFlowSolver(), new PushRelabelMaxFlowSolver() })
            yield return Time($"RailOps {solver.Name}, flow", graph, () => Flow(solver)) with { HasFlow = true };

        long Flow(IMaxFlowSolver solver) => solver.Solve(graph, [net.Source], [net.Sink], SolveOptions.Default, CancellationToken.None).Value;
    }

    /// <summary>Runs every solver on a small net until the compiler has done its best.</summary>
    public static void WarmUp()
    {
        var net = FlowNets.Make("rlg_10k");
        var graph = net.ToGraph();
        for (var round = 0; round < 3; round++)
            _ = Run(net, graph).Count();
    }

    private static Timing Time(string name, FlowGraph graph, Func<long> solve)
    {
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var value = 0L;
        var seconds = Seconds(() => value = solve(), batch: 1);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        if (seconds < LongSeconds)
            seconds = Median(solve);
        return new Timing(name, seconds, bytes / (double)graph.ArcCount, value);
    }

    private static double Median(Func<long> solve)
    {
        var batch = 1;
        while (Seconds(solve, batch) < ShortestBatchSeconds)
            batch *= 2;
        var times = Enumerable.Range(0, RunCount).Select(_ => Seconds(solve, batch) / batch).Order().ToArray();
        return times[RunCount / 2];
    }

    private static double Seconds(Func<long> solve, int batch)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var run = 0; run < batch; run++)
            solve();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
