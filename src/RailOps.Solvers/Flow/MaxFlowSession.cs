using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Flow;

/// <summary>
/// Problem: the largest flow from source to sink of a graph, again and again while capacities change.
/// <para>
/// Method and source: Dinic's layered augmentation (E. A. Dinic 1970) on the flow that is already there. A raised capacity keeps
/// the flow. A capacity lowered below its present flow is repaired at once: the surplus is sent round the arc if there is room,
/// and the rest is taken back to the source and from the sink. The flow stays feasible at all times; <see cref="Augment(CancellationToken)"/>
/// makes it the largest again. Node limits are arcs inside the node; edges carry one signed flow.
/// </para>
/// <para>
/// Numbers: whole flow units, exact. The sum of finite capacities may not exceed <see cref="FlowGraph.LargestTotal"/>. The value
/// and the minimal sides depend on the capacities alone; which of several largest flows is found depends on the calls made
/// before, and is the same for the same calls.
/// </para>
/// <para>Cost: memory about 40 bytes an arc and 24 a node; no allocation while augmenting or changing capacities.</para>
/// <para>Not thread safe. <see cref="Clone"/> gives each thread its own.</para>
/// </summary>
public sealed class MaxFlowSession
{
    // Stands for "unlimited" among residuals: 8 times the largest value, so that flows of at most 7 times it leave room enough.
    private const long Ample = FlowGraph.LargestTotal * 8;

    private readonly ResidualTopology _topology;
    private readonly DinicEngine<long> _engine;
    private readonly StopSignal _ownSignal = new();
    private readonly long[] _capacity;
    private readonly long[] _nodeCapacity;
    private UnlimitedPathSearch? _unlimitedSearch;
    private Int128 _finiteTotal;
    private long _value;
    private long _movedSinceReset;
    private bool _unlimitedChanged = true;

    /// <summary>Starts with zero flow between two nodes. O(nodes + arcs).</summary>
    /// <param name="graph">The graph; it is not changed.</param>
    /// <param name="source">Where flow starts; its own capacity, if any, counts.</param>
    /// <param name="sink">Where flow ends; its own capacity, if any, counts. Equal to the source: <see cref="ArgumentException"/>.</param>
    /// <exception cref="OverflowException">The finite capacities sum to more than <see cref="FlowGraph.LargestTotal"/>.</exception>
    public MaxFlowSession(FlowGraph graph, int source, int sink)
        : this(graph, [source], [sink])
    {
    }

    /// <summary>Starts with zero flow between several sources and several sinks, each free to give or take any amount.</summary>
    /// <param name="graph">The graph; it is not changed.</param>
    /// <param name="sources">One node or more; naming one twice changes nothing.</param>
    /// <param name="sinks">One node or more, none of them a source (<see cref="ArgumentException"/>).</param>
    /// <exception cref="OverflowException">The finite capacities sum to more than <see cref="FlowGraph.LargestTotal"/>.</exception>
    public MaxFlowSession(FlowGraph graph, ReadOnlySpan<int> sources, ReadOnlySpan<int> sinks)
    {
        ArgumentNullException.ThrowIfNull(graph);
        TerminalCheck.Require(graph, sources, sinks);
        RequireInRange(graph.FiniteTotal);
        _topology = new ResidualTopology(graph, sources, sinks);
        _engine = new DinicEngine<long>(_topology);
        _capacity = graph.Capacities.ToArray();
        _nodeCapacity = graph.NodeCapacities.ToArray();
        _finiteTotal = graph.FiniteTotal;
        Reset();
    }

    private MaxFlowSession(MaxFlowSession other)
    {
        _topology = other._topology;
        _engine = new DinicEngine<long>(_topology);
        _capacity = new long[other._capacity.Length];
        _nodeCapacity = new long[other._nodeCapacity.Length];
        RestoreFrom(other);
    }

    /// <summary>The graph that the session was made for, with its capacities at that time.</summary>
    public FlowGraph Graph => _topology.Graph;

    /// <summary>
    /// The present flow from source to sink in flow units; the largest possible if <see cref="IsMaximal"/>, and
    /// <see cref="FlowGraph.Unlimited"/> if <see cref="IsUnbounded"/>.
    /// </summary>
    public long Value => IsUnbounded ? FlowGraph.Unlimited : _value;

    /// <summary>True if the last <see cref="Augment(CancellationToken)"/> found a path of unlimited capacity from source to sink.</summary>
    public bool IsUnbounded { get; private set; }

    /// <summary>True if the flow is known to be the largest: augmented to the end and no capacity changed since.</summary>
    public bool IsMaximal { get; private set; }

    /// <summary>Arc ids of a path of unlimited capacity, source to sink, if <see cref="IsUnbounded"/>; else empty.</summary>
    public IReadOnlyList<int> UnlimitedPath { get; private set; } = [];

    /// <summary>Paths along which flow was pushed or taken back since the session was made.</summary>
    public long AugmentationCount => _engine.AugmentationCount;

    /// <summary>Arcs (each way) looked at while looking for such paths.</summary>
    public long ArcScanCount => _engine.ArcScanCount;

    /// <summary>Maximum flows asked for since the session was made.</summary>
    public long SolveCount { get; private set; }

    /// <summary>Nodes whose own capacity is part of the cut nearest the source, ascending.</summary>
    /// <exception cref="InvalidOperationException">The flow is not maximal or has no limit.</exception>
    public IReadOnlyList<int> CutNodes => MinimalSourceCut().CutNodes;

    /// <summary>
    /// True if exactly one set of arcs and nodes of positive capacity is a minimum cut: the cut nearest the source and the cut
    /// nearest the sink are the same. O(nodes + arcs).
    /// </summary>
    /// <exception cref="InvalidOperationException">The flow is not maximal or has no limit.</exception>
    public bool CutIsUnique => CutReader.IsUnique(_topology, MarkNearSource(), MarkNearSink(), _capacity, _nodeCapacity);

    internal ResidualTopology Topology => _topology;

    internal long[] Residual => _engine.Residual;

    /// <summary>Present capacity of an arc in flow units, or <see cref="FlowGraph.Unlimited"/>.</summary>
    /// <param name="arcId">An arc of the graph, else <see cref="IndexOutOfRangeException"/>.</param>
    public long CapacityOf(int arcId) => _capacity[arcId];

    /// <summary>Present capacity of a node in flow units, or <see cref="FlowGraph.Unlimited"/>.</summary>
    /// <param name="node">A node of the graph, else <see cref="IndexOutOfRangeException"/>.</param>
    public long NodeCapacityOf(int node) => _nodeCapacity[node];

    /// <summary>
    /// Changes the capacity of an arc (of an edge: both ways). The flow stays feasible; call
    /// <see cref="Augment(CancellationToken)"/> to make it the largest again.
    /// </summary>
    /// <param name="arcId">An arc of the graph, else <see cref="IndexOutOfRangeException"/>.</param>
    /// <param name="capacity">Flow units, 0 or more, or <see cref="FlowGraph.Unlimited"/>; negative is refused.</param>
    /// <exception cref="OverflowException">The finite capacities would exceed <see cref="FlowGraph.LargestTotal"/>; nothing changed.</exception>
    public void SetCapacity(int arcId, long capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        var old = _capacity[arcId];
        if (capacity == old)
            return;
        Account(old, capacity, Graph.IsDirected(arcId));
        _capacity[arcId] = capacity;
        var (tail, head) = (Graph.Tail(arcId), Graph.Head(arcId));
        if (tail == head)
            return;
        if (_topology.IsTwoWayPair(arcId))
        {
            ChangeTwoWay(_topology.ForwardSlot[arcId], old, capacity);
            return;
        }

        ChangeOneWay(_topology.ForwardSlot[arcId], capacity);
        if (_topology.BackwardSlotOf(arcId) >= 0)
            ChangeOneWay(_topology.BackwardSlotOf(arcId), capacity);
    }

    /// <summary>Changes the capacity of a limitable node; otherwise as <see cref="SetCapacity"/>.</summary>
    /// <param name="node">A node for which <see cref="FlowGraph.IsNodeLimitable"/> holds, else <see cref="ArgumentException"/>.</param>
    /// <param name="capacity">Flow units, 0 or more, or <see cref="FlowGraph.Unlimited"/>; negative is refused.</param>
    /// <exception cref="OverflowException">The finite capacities would exceed <see cref="FlowGraph.LargestTotal"/>; nothing changed.</exception>
    public void SetNodeCapacity(int node, long capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (!Graph.IsNodeLimitable(node))
        {
            throw new ArgumentException(
                $"Node {node} should be limitable, but the builder never gave it a capacity.\nMaybe call FlowGraphBuilder.SetNodeCapacity({node}, FlowGraph.Unlimited) before Build.",
                nameof(node));
        }

        var old = _nodeCapacity[node];
        if (capacity == old)
            return;
        Account(old, capacity, directed: true);
        _nodeCapacity[node] = capacity;
        ChangeOneWay(_topology.InnerSlotOf(node), capacity);
    }

    /// <summary>Changes all arc capacities at once and starts again from zero flow: better than one by one when most change.</summary>
    /// <param name="capacities">One entry per arc, each 0 or more or <see cref="FlowGraph.Unlimited"/>.</param>
    /// <exception cref="OverflowException">The finite capacities exceed <see cref="FlowGraph.LargestTotal"/>; nothing changed.</exception>
    public void SetCapacities(ReadOnlySpan<long> capacities)
    {
        if (capacities.Length != _capacity.Length)
            throw new ArgumentException($"There should be one capacity for each of {_capacity.Length} arcs, but there are {capacities.Length}.", nameof(capacities));
        var total = _finiteTotal;
        for (var arc = 0; arc < capacities.Length; arc++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(capacities[arc], nameof(capacities));
            var directed = Graph.IsDirected(arc);
            total += FlowGraph.FiniteShare(capacities[arc], directed) - FlowGraph.FiniteShare(_capacity[arc], directed);
        }

        RequireInRange(total);
        _finiteTotal = total;
        capacities.CopyTo(_capacity);
        _unlimitedChanged = true;
        Reset();
    }

    /// <summary>Takes all flow away; capacities stay as they are. O(nodes + arcs).</summary>
    public void Reset()
    {
        var residual = _engine.Residual;
        for (var arc = 0; arc < _capacity.Length; arc++)
        {
            if (_topology.ForwardSlot[arc] < 0)
                continue;
            Empty(_topology.ForwardSlot[arc], _capacity[arc], _topology.IsTwoWayPair(arc));
            if (_topology.BackwardSlotOf(arc) >= 0)
                Empty(_topology.BackwardSlotOf(arc), _capacity[arc], twoWay: false);
        }

        for (var node = 0; node < _nodeCapacity.Length; node++)
        {
            if (_topology.InnerSlotOf(node) >= 0)
                Empty(_topology.InnerSlotOf(node), _nodeCapacity[node], twoWay: false);
        }

        foreach (var slot in _topology.TerminalSlots)
            Empty(slot, FlowGraph.Unlimited, twoWay: false);
        (_value, _movedSinceReset, IsMaximal) = (0, 0, false);

        void Empty(int slot, long capacity, bool twoWay)
        {
            residual[slot] = Finite(capacity);
            residual[_topology.Reverse[slot]] = twoWay ? Finite(capacity) : 0;
        }
    }

    /// <summary>
    /// Augments the present flow to the largest and returns <see cref="Value"/>. If the token is cancelled on the way, returns
    /// what has been reached, with <see cref="IsMaximal"/> false.
    /// </summary>
    /// <param name="token">Looked at every few thousand steps.</param>
    public long Augment(CancellationToken token)
    {
        _ownSignal.Arm(token);
        return Augment(_ownSignal);
    }

    /// <summary>Flow on an arc in flow units, positive from tail to head; negative only on edges; 0 on self loops.</summary>
    /// <param name="arcId">An arc of the graph, else <see cref="IndexOutOfRangeException"/>.</param>
    public long NetFlow(int arcId)
    {
        var forward = _topology.ForwardSlot[arcId];
        if (forward < 0)
            return 0;
        if (_topology.IsTwoWayPair(arcId))
            return Finite(_capacity[arcId]) - Residual[forward];
        var backward = _topology.BackwardSlotOf(arcId);
        return ReverseResidual(forward) - (backward < 0 ? 0 : ReverseResidual(backward));
    }

    /// <summary>
    /// Source side of the minimum cut nearest the source, one entry per node: true if more goods could still reach the node.
    /// A node in <see cref="CutNodes"/> is reached and yet lets nothing more through.
    /// </summary>
    /// <exception cref="InvalidOperationException">The flow is not maximal or has no limit.</exception>
    public bool[] MinimalSourceSide() => [.. MinimalSourceCut().SourceSide];

    /// <summary>
    /// Source side of the minimum cut nearest the sink (the one whose sink side is smallest), one entry per node: false if from
    /// the node's entry more goods could still reach the sink.
    /// </summary>
    /// <exception cref="InvalidOperationException">The flow is not maximal or has no limit.</exception>
    public bool[] MinimalSinkSide() => [.. MinimalSinkCut().SourceSide];

    /// <summary>The minimum cut nearest the source, as data that can be checked. O(nodes + arcs).</summary>
    /// <exception cref="InvalidOperationException">The flow is not maximal or has no limit.</exception>
    public NodeCut MinimalSourceCut() => CutReader.Read(_topology, MarkNearSource(), _value);

    /// <summary>The minimum cut nearest the sink, as data that can be checked. O(nodes + arcs).</summary>
    /// <exception cref="InvalidOperationException">The flow is not maximal or has no limit.</exception>
    public NodeCut MinimalSinkCut() => CutReader.Read(_topology, MarkNearSink(), _value);

    /// <summary>A session of its own with the same capacities and flow; the frozen parts are shared. O(nodes + arcs).</summary>
    public MaxFlowSession Clone() => new(this);

    /// <summary>
    /// Takes over capacities and flow from another session on the same graph: a plain copy of arrays, the cheapest way back
    /// from a what-if.
    /// </summary>
    /// <param name="other">This session's clone or original, else <see cref="ArgumentException"/>.</param>
    public void RestoreFrom(MaxFlowSession other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other._topology != _topology)
            throw new ArgumentException("The other session should be a clone of this one or the other way round, but was made apart.", nameof(other));
        other._capacity.CopyTo(_capacity, 0);
        other._nodeCapacity.CopyTo(_nodeCapacity, 0);
        other.Residual.CopyTo(Residual, 0);
        (_finiteTotal, _value, _movedSinceReset) = (other._finiteTotal, other._value, other._movedSinceReset);
        (IsUnbounded, IsMaximal, UnlimitedPath) = (other.IsUnbounded, other.IsMaximal, other.UnlimitedPath);
        _unlimitedChanged = other._unlimitedChanged;
    }

    internal long Augment(StopSignal stop)
    {
        SolveCount++;
        if (_unlimitedChanged)
            LookForUnlimitedPath();
        if (IsMaximal || IsUnbounded)
            return Value;
        if (_movedSinceReset > FlowGraph.LargestTotal)
            Reset();
        var gained = _engine.Push(_topology.Source, _topology.Sink, FlowGraph.LargestTotal - _value, stop);
        _value += gained;
        _movedSinceReset += gained;
        IsMaximal = !stop.IsRaised;
        return _value;
    }

    private static long Finite(long capacity) => capacity == FlowGraph.Unlimited ? Ample : capacity;

    private static void RequireInRange(Int128 total)
    {
        if (total > FlowGraph.LargestTotal)
        {
            throw new OverflowException(
                $"The finite capacities should sum to at most {FlowGraph.LargestTotal} (2^58) flow units, but sum to {total}.\nMaybe use a larger flow unit, or FlowGraph.Unlimited where no limit is meant.");
        }
    }

    private long ReverseResidual(int slot) => Residual[_topology.Reverse[slot]];

    private void Account(long old, long capacity, bool directed)
    {
        var total = _finiteTotal + FlowGraph.FiniteShare(capacity, directed) - FlowGraph.FiniteShare(old, directed);
        RequireInRange(total);
        _finiteTotal = total;
        _unlimitedChanged |= old == FlowGraph.Unlimited || capacity == FlowGraph.Unlimited;
        IsMaximal = false;
    }

    private void ChangeOneWay(int slot, long capacity)
    {
        var reverse = _topology.Reverse[slot];
        var flow = Residual[reverse];
        var kept = long.Min(flow, Finite(capacity));
        Residual[slot] = Finite(capacity) - kept;
        Residual[reverse] = kept;
        Repair(_topology.Heads[reverse], _topology.Heads[slot], flow - kept);
    }

    private void ChangeTwoWay(int slot, long old, long capacity)
    {
        var reverse = _topology.Reverse[slot];
        var flow = Finite(old) - Residual[slot];
        var kept = long.Clamp(flow, -Finite(capacity), Finite(capacity));
        Residual[slot] = Finite(capacity) - kept;
        Residual[reverse] = Finite(capacity) + kept;
        if (flow >= 0)
            Repair(_topology.Heads[reverse], _topology.Heads[slot], flow - kept);
        else
            Repair(_topology.Heads[slot], _topology.Heads[reverse], kept - flow);
    }

    /// <summary>
    /// Too much flow ends at <paramref name="tail"/> and too little leaves <paramref name="head"/>. First round the arc; what
    /// then still cannot pass must have come from the source and gone to the sink, so it can be taken back.
    /// </summary>
    private void Repair(int tail, int head, long surplus)
    {
        if (surplus == 0)
            return;
        if (_movedSinceReset > FlowGraph.LargestTotal)
        {
            Reset();
            return;
        }

        _movedSinceReset = checked(_movedSinceReset + (2 * surplus));
        var back = surplus - _engine.Push(tail, head, surplus, stop: null);
        TakeBack(tail, _topology.Source, back);
        TakeBack(_topology.Sink, head, back);
        _value -= back;
    }

    private void TakeBack(int from, int to, long amount)
    {
        if (from == to || amount == 0)
            return;
        var moved = _engine.Push(from, to, amount, stop: null);
        if (moved != amount)
            throw new InvalidOperationException($"Flow repair should move {amount} flow units, but moved {moved}: the stored flow was not conserved.");
    }

    private void LookForUnlimitedPath()
    {
        _unlimitedSearch ??= new UnlimitedPathSearch(_topology);
        UnlimitedPath = _unlimitedSearch.Find(_capacity, _nodeCapacity);
        IsUnbounded = UnlimitedPath.Count > 0;
        _unlimitedChanged = false;
    }

    private bool[] MarkNearSource()
    {
        RequireFiniteMaximum();
        var marks = new bool[_topology.NodeCount];
        _engine.MarkReachableFrom(_topology.Source, marks);
        return marks;
    }

    private bool[] MarkNearSink()
    {
        RequireFiniteMaximum();
        var marks = new bool[_topology.NodeCount];
        _engine.MarkReaching(_topology.Sink, marks);
        for (var node = 0; node < marks.Length; node++)
            marks[node] = !marks[node];
        return marks;
    }

    private void RequireFiniteMaximum()
    {
        if (IsUnbounded)
            throw new InvalidOperationException("A path of unlimited capacity joins source and sink, so there is no finite cut.");
        if (!IsMaximal)
            throw new InvalidOperationException("The flow should be maximal before cuts are read, but capacities changed since, or it was stopped.\nMaybe call Augment first.");
    }
}
