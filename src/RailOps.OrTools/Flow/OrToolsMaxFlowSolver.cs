using System.Collections.Immutable;
using RailOps.OrTools.Hosts;
using RailOps.Solvers.Checking;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Programs;
using RailOps.Solvers.Results;

namespace RailOps.OrTools.Flow;

/// <summary>
/// Maximum flow by Google OR-Tools' SimpleMaxFlow (push-relabel). The graph is reduced to what that takes (<see cref="FlowReduction"/>), the
/// cut is read from the flow here, and every answer passes <see cref="MaxFlowChecker"/> before it is returned: it is as exact as any other.
/// <para>
/// Numbers: whole. Where OR-Tools runs in a worker, what the terminals can give or take may be at most 2^53 flow units. Choose this as a second
/// opinion from outside. Stopped, it has no flow to show and answers zero. Thread safe.
/// </para>
/// </summary>
/// <param name="host">Where OR-Tools runs.</param>
public sealed class OrToolsMaxFlowSolver(IOrToolsHost host) : IMaxFlowSolver
{
    /// <inheritdoc/>
    public string Name => "or-tools-max-flow";

    /// <inheritdoc/>
    /// <exception cref="SolverUnavailableException">OR-Tools cannot be asked here.</exception>
    /// <exception cref="SolverFailedException">OR-Tools broke down, the numbers are too large for it, or its answer did not pass the check.</exception>
    public MaxFlowResult Solve(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        TerminalFaults.Refuse(graph, sources, sinks);
        if (!graph.IsInRange)
            return MaxFlowResult.OutOfRange(graph);
        if (token.IsCancellationRequested || options.TimeLimit <= TimeSpan.Zero)
            return Nothing(graph, token.IsCancellationRequested ? Termination.Stopped : Termination.TimeLimit);
        if (UnlimitedPath.Find(graph, sources, sinks) is { IsEmpty: false } path)
            return MaxFlowResult.Unbounded(path, SolveStatistics.None);
        var net = new FlowReduction(graph, sources, sinks);
        if (net.Most > host.LargestExactInteger)
            throw new SolverFailedException($"OR-Tools should move at most {host.LargestExactInteger} flow units here, but up to {net.Most} could flow.\nMaybe ask another solver.");
        try
        {
            return Read(graph, sources, sinks, net, host.SolveMaxFlow(net.ToRequest(), options.TimeLimit, token));
        }
        catch (OperationCanceledException)
        {
            return Nothing(graph, Termination.Stopped);
        }
        catch (TimeoutException)
        {
            return Nothing(graph, Termination.TimeLimit);
        }
    }

    private static MaxFlowResult Read(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, FlowReduction net, long[] flows)
    {
        var cuts = new FlowCuts(graph, net, flows);
        if (cuts.NearSource() is not { } nearSource || cuts.NearSink() is not { } nearSink)
            throw new SolverFailedException("OR-Tools called a flow the largest that is not: more can still flow.");
        var arcFlow = net.ReadArcFlow(flows);
        var statistics = SolveStatistics.None with { SolveCount = 1 };
        var other = MaxFlowResult.Optimal(graph, arcFlow, nearSink, cutIsUnique: false, statistics);
        var result = MaxFlowResult.Optimal(graph, arcFlow, nearSource, cutIsUnique: false, statistics);
        result = MaxFlowResult.Optimal(graph, arcFlow, nearSource, CutsTheSame(graph, result, other), statistics);
        var report = MaxFlowChecker.Check(graph, sources, sinks, result);
        return report.IsAccepted ? result : throw new SolverFailedException($"OR-Tools gave a flow that is none: {report.Problem}");
    }

    private static bool CutsTheSame(FlowGraph graph, MaxFlowResult one, MaxFlowResult other) =>
        one.CutArcs.SequenceEqual(other.CutArcs) && OfCapacity(graph, one.CutNodes).SequenceEqual(OfCapacity(graph, other.CutNodes));

    private static IEnumerable<int> OfCapacity(FlowGraph graph, ImmutableArray<int> nodes) => nodes.Where(node => graph.NodeCapacity(node) > 0);

    private static MaxFlowResult Nothing(FlowGraph graph, Termination reason) =>
        MaxFlowResult.Interrupted(reason, 0, [.. new long[graph.ArcCount]], SolveStatistics.None);
}
