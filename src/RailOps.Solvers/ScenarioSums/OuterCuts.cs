using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.ScenarioSums;

/// <summary>
/// The cuts that need no flow: in every case the arcs that leave the sources or those that enter the sinks, whichever are narrower under
/// given attacks. So that a solver stopped at once has something true to say.
/// </summary>
internal sealed class OuterCuts
{
    private readonly SumTable _table;
    private readonly Dictionary<AttackElement, (int Target, int Level, long Left)> _hit = [];

    public OuterCuts(SumTable table, IEnumerable<Attack> attacks)
    {
        _table = table;
        foreach (var attack in attacks)
        {
            var target = table.Problem.Targets[attack.Target];
            for (var element = 0; element < target.Elements.Length; element++)
                _hit[target.Elements[element]] = (attack.Target, attack.Level, target.Levels[attack.Level].ResidualCapacities[element]);
        }
    }

    /// <summary>The weighted sum of the cuts and the cuts, or null if they are unlimited.</summary>
    public (long Value, ImmutableArray<NodeCut> Cuts)? Find()
    {
        var (value, cuts) = (0L, ImmutableArray.CreateBuilder<NodeCut>());
        for (var one = 0; one < _table.CaseCount; one++)
        {
            var (near, far) = (new bool[_table.Problem.Graph.NodeCount], new bool[_table.Problem.Graph.NodeCount]);
            Array.Fill(far, value: true);
            foreach (var source in _table.Problem.Sources)
                near[source] = true;
            foreach (var sink in _table.Problem.SinksOf(one))
                far[sink] = false;
            var (first, second) = (Capacity(one, near), Capacity(one, far));
            var (capacity, side) = first <= second ? (first, near) : (second, far);
            if (capacity == FlowGraph.Unlimited)
                return null;
            value += _table.Weight[one] * capacity;
            cuts.Add(new NodeCut([.. side], [], capacity));
        }

        return (value, cuts.ToImmutable());
    }

    private long Capacity(int one, bool[] side)
    {
        var (graph, sum) = (_table.Problem.Graph, 0L);
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (tail, head) = (side[graph.Tail(arc)], side[graph.Head(arc)]);
            if (tail == head || (head && graph.IsDirected(arc)))
                continue;
            var capacity = _hit.TryGetValue(AttackElement.Arc(arc), out var hit) && _table.EffectiveLevel(one, hit.Target, hit.Level) >= 0
                ? hit.Left
                : graph.Capacity(arc);
            if (capacity == FlowGraph.Unlimited)
                return FlowGraph.Unlimited;
            sum += capacity;
        }

        return sum;
    }
}
