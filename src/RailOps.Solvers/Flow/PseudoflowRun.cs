using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Flow;

/// <summary>One solve by <see cref="PseudoflowEngine"/>: set up, find the cut, recover the flow if wanted.</summary>
internal sealed class PseudoflowRun
{
    private readonly ResidualNetwork _network;
    private readonly TerminalClosure _source;
    private readonly TerminalClosure _sink;
    private readonly PseudoflowEngine? _engine;
    private long[]? _capacities;

    public PseudoflowRun(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        _network = new ResidualNetwork(graph, sources, sinks);
        _source = new TerminalClosure(_network, fromSource: true);
        _sink = new TerminalClosure(_network, fromSource: false);
        if (_source.Contains[_network.Topology.Sink])
            UnlimitedPath = [.. new UnlimitedPathSearch(_network.Topology).Find(graph.Capacities.ToArray(), graph.NodeCapacities.ToArray())];
        else
            _engine = new PseudoflowEngine(_network, _source, _sink);
    }

    /// <summary>Arc ids of a path without limit; null if there is none. If there is one, nothing else may be asked.</summary>
    public ImmutableArray<int>? UnlimitedPath { get; }

    public SolveStatistics Statistics => _engine is null
        ? SolveStatistics.None
        : new(_engine.MergeCount, SolveCount: 1, SearchNodeCount: 0) { RelabelCount = _engine.RelabelCount, ArcScanCount = _engine.ArcScanCount };

    private PseudoflowEngine Engine => _engine
        ?? throw new InvalidOperationException("A path of unlimited capacity joins source and sink, so there is no finite cut.");

    public bool FindCut(StopSignal stop) => Engine.Run(stop);

    public NodeCut CutNearSource() => CutReader.Read(_network.Topology, Engine.MarkNearSource(_source), Engine.Value());

    /// <summary>Ask before <see cref="RecoverFlow"/>: deficits tell it.</summary>
    public bool CutIsUnique()
    {
        var graph = _network.Topology.Graph;
        return CutReader.IsUnique(
            _network.Topology, Engine.MarkNearSource(_source), Engine.MarkNearSink(_sink), graph.Capacities, graph.NodeCapacities);
    }

    /// <summary>Second phase: gives back what did not arrive. Also right if the first phase was stopped.</summary>
    public ImmutableArray<long> RecoverFlow()
    {
        _capacities = _network.Capacities();
        new FlowRecovery(_network, _capacities, Engine.ReadExcess(), node => _source.Contains[node] || _sink.Contains[node]).Run();
        _source.RouteInside(_capacities);
        _sink.RouteInside(_capacities);
        return _network.ReadArcFlow();
    }

    /// <summary>What leaves the source after <see cref="RecoverFlow"/>.</summary>
    public long ValueOfFlow()
    {
        var (value, source) = (0L, _network.Topology.Source);
        for (var slot = _network.First[source]; slot < _network.First[source + 1]; slot++)
            value += _capacities![slot] - _network.Slots[slot].Residual;
        return value;
    }
}
