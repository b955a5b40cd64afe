using RailOps.Solvers.Flow;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Cuts;

/// <summary>
/// Problem: all minimum cuts, each set of arcs and nodes once.
/// <para>
/// Method and source: J.-C. Picard and M. Queyranne, "On the structure of all minimum cuts in a network and applications",
/// Mathematical Programming Study 13, 1980: the source sides are the sets that no room leaves in the residual network of a largest
/// flow. We decide node by node: a node goods could reach next goes to the sink side with all that lead to it, later to the source
/// side with all it leads to. Either choice leaves a cut, so no search is in vain. Only sides whose nodes goods really reach are
/// made (dead ends would give the same arcs many times).
/// </para>
/// <para>Cost: O(m) a decision, at most n decisions from one cut to the next; O(n + m) memory. The first cut is the one nearest the source.</para>
/// </summary>
internal sealed class MinimumCutSearch
{
    private readonly MaxFlowSession _session;
    private readonly ResidualTopology _topology;
    private readonly SidePartition _sides;

    public MinimumCutSearch(MaxFlowSession session)
    {
        _session = session;
        _topology = session.Topology;
        var isOpen = new bool[_topology.Heads.Length];
        for (var slot = 0; slot < isOpen.Length; slot++)
            isOpen[slot] = HasCapacity(slot);
        foreach (var arc in Enumerable.Range(0, session.Graph.ArcCount))
            CloseReverse(isOpen, arc);
        CloseReverses(isOpen, _topology.InnerSlots);
        CloseReverses(isOpen, _topology.TerminalSlots);
        _sides = new SidePartition(_topology, isOpen);
        Spread(_topology.Source, SidePartition.Side.Source);
        Spread(_topology.Sink, SidePartition.Side.Sink);
    }

    /// <summary>The cuts, and a null after each decision for callers who want to look up.</summary>
    public IEnumerable<NodeCut?> Run()
    {
        var choices = new Stack<(int Node, int DecidedCount)>();
        while (true)
        {
            var node = _sides.NextToSourceSide();
            if (node >= 0)
            {
                choices.Push((node, _sides.DecidedCount));
                Spread(node, SidePartition.Side.Sink);
                yield return null;
                continue;
            }

            yield return CutReader.Read(_topology, _sides.SourceMarks(), _session.Value);
            if (!choices.TryPop(out var choice))
                yield break;
            _sides.UndoTo(choice.DecidedCount);
            Spread(choice.Node, SidePartition.Side.Source);
        }
    }

    private bool HasCapacity(int slot) => _session.Residual[slot] > 0 || _session.Residual[_topology.Reverse[slot]] > 0;

    private void CloseReverse(bool[] isOpen, int arc)
    {
        var forward = _topology.ForwardSlot[arc];
        if (forward < 0 || _topology.IsTwoWayPair(arc))
            return;
        isOpen[_topology.Reverse[forward]] = false;
        if (_topology.BackwardSlotOf(arc) >= 0)
            isOpen[_topology.Reverse[_topology.BackwardSlotOf(arc)]] = false;
    }

    private void CloseReverses(bool[] isOpen, ReadOnlySpan<int> slots)
    {
        foreach (var slot in slots)
        {
            if (slot >= 0)
                isOpen[_topology.Reverse[slot]] = false;
        }
    }

    /// <summary>Decides a node and all that room ties to it: what it leads to (source side) or what leads to it (sink side).</summary>
    private void Spread(int start, SidePartition.Side side)
    {
        var isForward = side == SidePartition.Side.Source;
        var next = _sides.DecidedCount;
        _sides.Decide(start, side);
        for (; next < _sides.DecidedCount; next++)
        {
            var node = _sides.NodeAt(next);
            for (var slot = _topology.First[node]; slot < _topology.First[node + 1]; slot++)
            {
                var room = _session.Residual[isForward ? slot : _topology.Reverse[slot]];
                if (room > 0 && _sides.SideOf(_topology.Heads[slot]) == SidePartition.Side.Open)
                    _sides.Decide(_topology.Heads[slot], side);
            }
        }
    }
}
