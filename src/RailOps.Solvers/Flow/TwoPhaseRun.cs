using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Flow;

/// <summary>One solve in two phases: set up, find the cut with an engine, recover the flow if wanted.</summary>
internal sealed class TwoPhaseRun
{
    private readonly ResidualNetwork _network;
    private readonly TerminalClosure _source;
    private readonly TerminalClosure _sink;
    private readonly ICutEngine? _engine;
    private long[]? _capacities;

    private TwoPhaseRun(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, MakeEngine makeEngine)
    {
        _network = new ResidualNetwork(graph, sources, sinks);
        _source = new TerminalClosure(_network, fromSource: true);
        _sink = new TerminalClosure(_network, fromSource: false);
        if (_source.Contains[_network.Shape.Sink])
            UnlimitedPath = [.. new UnlimitedPathSearch(new ResidualTopology(graph, sources, sinks)).Find(graph.Capacities.ToArray(), graph.NodeCapacities.ToArray())];
        else
            _engine = makeEngine(_network, _source, _sink);
    }

    /// <summary>Makes the engine for a network whose terminals are two closures without a common node.</summary>
    public delegate ICutEngine MakeEngine(ResidualNetwork network, TerminalClosure source, TerminalClosure sink);

    private ImmutableArray<int>? UnlimitedPath { get; }

    private SolveStatistics Statistics => _engine?.Statistics ?? SolveStatistics.None;

    private ICutEngine Engine => _engine
        ?? throw new InvalidOperationException("A path of unlimited capacity joins source and sink, so there is no finite cut.");

    public static MaxFlowResult MaxFlow(
        FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, MakeEngine makeEngine, CancellationToken token)
    {
        Require(graph, sources, sinks, options);
        if (!graph.IsInRange)
            return MaxFlowResult.OutOfRange(graph);
        var stop = new StopSignal(options, token);
        var run = new TwoPhaseRun(graph, sources, sinks, makeEngine);
        if (run.UnlimitedPath is { } path)
            return MaxFlowResult.Unbounded(path, run.Statistics);
        if (!run.Engine.Run(stop))
        {
            var flowSoFar = run.RecoverFlow();
            return MaxFlowResult.Interrupted(stop.Reason, run.ValueOfFlow(), flowSoFar, run.Statistics);
        }

        var nearSource = run.Engine.MarkNearSource();
        var isUnique = CutReader.IsUnique(
            run._network.Shape, nearSource, run.Engine.MarkNearSink(), graph.Capacities, graph.NodeCapacities);
        var cut = run.CutOf(nearSource);
        return MaxFlowResult.Optimal(graph, run.RecoverFlow(), cut, isUnique, run.Statistics);
    }

    public static MinCutResult MinCut(
        FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options, MakeEngine makeEngine, CancellationToken token)
    {
        Require(graph, sources, sinks, options);
        if (!graph.IsInRange)
            return MinCutResult.OutOfRange();
        var stop = new StopSignal(options, token);
        var run = new TwoPhaseRun(graph, sources, sinks, makeEngine);
        if (run.UnlimitedPath is { } path)
            return MinCutResult.Unbounded(path, run.Statistics);
        return run.Engine.Run(stop)
            ? MinCutResult.Optimal(graph, run.CutOf(run.Engine.MarkNearSource()), run.Statistics)
            : MinCutResult.Interrupted(stop.Reason, run.Statistics);
    }

    private static void Require(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks, SolveOptions options)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        TerminalCheck.Require(graph, sources, sinks);
    }

    private NodeCut CutOf(bool[] marks) => CutReader.Read(_network.Shape, marks, Engine.Value());

    /// <summary>Second phase: gives back what did not arrive. Also right if the first phase was stopped.</summary>
    private ImmutableArray<long> RecoverFlow()
    {
        _capacities = _network.Capacities();
        new FlowRecovery(_network, _capacities, Engine.ReadExcess(), node => _source.Contains[node] || _sink.Contains[node]).Run();
        _source.RouteInside(_capacities);
        _sink.RouteInside(_capacities);
        return _network.ReadArcFlow();
    }

    /// <summary>What leaves the source after <see cref="RecoverFlow"/>.</summary>
    private long ValueOfFlow()
    {
        var (value, source) = (0L, _network.Shape.Source);
        for (var slot = _network.First[source]; slot < _network.First[source + 1]; slot++)
            value += _capacities![slot] - _network.Slots[slot].Residual;
        return value;
    }
}
