using RailOps.Benchmarks.Flow.Nets;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Benchmarks.Flow;

/// <summary>Times our solvers on a frozen graph, set-up of their residual network included.</summary>
internal static class OwnSolvers
{
    private const int RunCount = 5;
    private const double ShortestBatchSeconds = 0.05;

    public static IEnumerable<Timing> Run(FlowNet net, FlowGraph graph)
    {
        var pseudoflow = new PseudoflowMinCutSolver();
        yield return Time("pseudoflow, cut", graph, () => pseudoflow.SolveMinCut(graph, [net.Source], [net.Sink], SolveOptions.Default, CancellationToken.None).Value ?? 0);
        yield return Time("pseudoflow, cut and flow", graph, () => Flow(pseudoflow));
        yield return Time("dinic", graph, () => Flow(new DinicMaxFlowSolver()));

        long Flow(IMaxFlowSolver solver) => solver.Solve(graph, [net.Source], [net.Sink], SolveOptions.Default, CancellationToken.None).Value;
    }

    private static Timing Time(string name, FlowGraph graph, Func<long> solve)
    {
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var value = solve();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        var batch = 1;
        while (Seconds(solve, batch) is var seconds && seconds < ShortestBatchSeconds)
            batch *= 2;
        var times = Enumerable.Range(0, RunCount).Select(_ => Seconds(solve, batch) / batch).Order().ToArray();
        return new Timing(name, times[RunCount / 2], bytes / (double)graph.ArcCount, value);
    }

    private static double Seconds(Func<long> solve, int batch)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var run = 0; run < batch; run++)
            solve();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
