using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Cuts;

/// <summary>
/// Problem: all minimal cuts of at most a given capacity.
/// <para>
/// Method and source: branch and bound over which side a node is on, with a maximum flow as the bound, after A. Balcioglu and
/// R. K. Wood, "Enumerating near-min s-t cuts", in D. L. Woodruff (ed.), Network Interdiction and Stochastic Integer Programming,
/// 2003; they branch on arcs, we on the nodes that goods could reach next, so that the same cut never comes twice. Flows are
/// augmented or repaired from the one before.
/// </para>
/// <para>
/// Cost: one incremental maximum flow a decision. Without the wish for minimal cuts no search would be in vain; cuts with a
/// superfluous arc are found too and left out, so the time between two cuts can be exponential.
/// </para>
/// </summary>
internal sealed class NearMinimumCutSearch
{
    private readonly ResidualTopology _topology;
    private readonly SidePartition _sides;
    private readonly MaxFlowSession _session;
    private readonly int _firstSourceArc;
    private readonly int _firstSinkArc;
    private readonly long _limit;

    /// <param name="topology">Where the slots lead.</param>
    /// <param name="capacities">Room of every slot at zero flow.</param>
    /// <param name="limit">Largest capacity of a cut that is wanted.</param>
    public NearMinimumCutSearch(ResidualTopology topology, long[] capacities, long limit)
    {
        (_topology, _limit) = (topology, limit);
        _sides = new SidePartition(_topology, Array.ConvertAll(capacities, capacity => capacity > 0));
        var builder = new FlowGraphBuilder();
        builder.AddNodes(_topology.NodeCount);
        for (var slot = 0; slot < capacities.Length; slot++)
        {
            var tail = _topology.Heads[_topology.Reverse[slot]];
            builder.AddArc(tail, _topology.Heads[slot], capacities[slot] == ResidualNetwork.Ample ? FlowGraph.Unlimited : capacities[slot]);
        }

        _firstSourceArc = builder.ArcCount;
        for (var node = 0; node < _topology.NodeCount; node++)
            builder.AddArc(_topology.Source, node, 0);
        _firstSinkArc = builder.ArcCount;
        for (var node = 0; node < _topology.NodeCount; node++)
            builder.AddArc(node, _topology.Sink, 0);
        _session = new MaxFlowSession(builder.Build(), _topology.Source, _topology.Sink);
        _sides.Decide(_topology.Source, SidePartition.Side.Source);
        _sides.Decide(_topology.Sink, SidePartition.Side.Sink);
    }

    /// <summary>The cuts, and a null after each decision for callers who want to look up.</summary>
    public IEnumerable<NodeCut?> Run()
    {
        var choices = new Stack<(int Node, int DecidedCount)>();
        while (true)
        {
            var smallest = _session.Augment(CancellationToken.None);
            if (smallest <= _limit)
            {
                var node = _sides.NextToSourceSide();
                if (node >= 0)
                {
                    choices.Push((node, _sides.DecidedCount));
                    Decide(node, SidePartition.Side.Sink);
                    yield return null;
                    continue;
                }

                yield return _sides.IsMinimalCut() ? CutReader.Read(_topology, _sides.SourceMarks(), smallest) : null;
            }

            if (!choices.TryPop(out var choice))
                yield break;
            UndoTo(choice.DecidedCount);
            Decide(choice.Node, SidePartition.Side.Source);
        }
    }

    private void Decide(int node, SidePartition.Side side)
    {
        _sides.Decide(node, side);
        _session.SetCapacity(ArcOf(node, side), FlowGraph.Unlimited);
    }

    private void UndoTo(int count)
    {
        for (var decision = count; decision < _sides.DecidedCount; decision++)
        {
            var node = _sides.NodeAt(decision);
            _session.SetCapacity(ArcOf(node, _sides.SideOf(node)), 0);
        }

        _sides.UndoTo(count);
    }

    private int ArcOf(int node, SidePartition.Side side) =>
        (side == SidePartition.Side.Source ? _firstSourceArc : _firstSinkArc) + node;
}
