using System.Collections.Immutable;
using RailOps.OrTools.Hosts;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.MinCost;

namespace RailOps.OrTools.MinCost;

/// <summary>
/// A <see cref="MinCostFlowProblem"/> as the directed net with supplies that SimpleMinCostFlow takes, on the nodes of
/// <see cref="ExpandedNodes"/>, and the way back. An edge becomes an arc each way; what a lower bound forces is taken out of the supplies; no
/// cheapest flow needs more on an arc than <see cref="Most"/>, so unlimited arcs get that. The largest flow is a circulation over an arc from behind
/// the sinks to behind the sources that earns more than any detour costs. O(n + m).
/// </summary>
internal sealed class CheapestFlowNet
{
    private readonly MinCostFlowProblem _problem;
    private readonly List<int> _tails = [];
    private readonly List<int> _heads = [];
    private readonly List<long> _capacities = [];
    private readonly List<long> _costs = [];
    private readonly List<bool> _isUnlimited = [];
    private readonly long[] _supplies;
    private readonly int[] _forward;
    private readonly int[] _backward;
    private readonly int _return = -1;

    /// <param name="problem">The problem.</param>
    /// <exception cref="OverflowException">The numbers are beyond 64 bits.</exception>
    public CheapestFlowNet(MinCostFlowProblem problem)
    {
        _problem = problem;
        var graph = problem.Graph;
        _supplies = new long[ExpandedNodes.Count(graph)];
        (_forward, _backward) = (new int[graph.ArcCount], new int[graph.ArcCount]);
        var given = problem.Supplies.Where(supply => supply > 0).Aggregate((Int128)problem.Amount, (sum, supply) => sum + supply);
        var forced = problem.LowerBounds.Aggregate((Int128)0, (sum, lower) => sum + lower);
        Most = (long)(graph.FiniteTotal + given + forced + 1);
        for (var node = 0; node < problem.Supplies.Length; node++)
            _supplies[problem.Supplies[node] >= 0 ? node : ExpandedNodes.Exit(graph, node)] = problem.Supplies[node];
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            _forward[arc] = Add(ExpandedNodes.Exit(graph, graph.Tail(arc)), graph.Head(arc), problem.LowerBounds[arc], graph.Capacity(arc), problem.Costs[arc]);
            _backward[arc] = graph.IsDirected(arc)
                ? -1
                : Add(ExpandedNodes.Exit(graph, graph.Head(arc)), graph.Tail(arc), 0, graph.Capacity(arc), problem.Costs[arc]);
        }

        for (var node = 0; node < graph.NodeCount; node++)
            Add(node, ExpandedNodes.Exit(graph, node), 0, graph.NodeCapacity(node), 0);
        var (sourceHub, sinkHub) = (ExpandedNodes.SourceHub(graph), ExpandedNodes.SinkHub(graph));
        foreach (var source in problem.Sources)
            Add(sourceHub, source, 0, FlowGraph.Unlimited, 0);
        foreach (var sink in problem.Sinks)
            Add(ExpandedNodes.Exit(graph, sink), sinkHub, 0, FlowGraph.Unlimited, 0);
        if (problem.Goal == MinCostFlowGoal.Largest)
            _return = Add(sinkHub, sourceHub, 0, FlowGraph.Unlimited, -checked((_supplies.Length * LargestCost()) + 1));
        else
            (_supplies[sourceHub], _supplies[sinkHub]) = (problem.Amount, -problem.Amount);
    }

    /// <summary>More than an arc has to carry, in flow units, where there is a cheapest flow.</summary>
    public long Most { get; }

    /// <summary>Largest number that SimpleMinCostFlow is told.</summary>
    public long LargestNumber => long.Max(
        _supplies.Max(supply => long.Abs(supply)), long.Max(Most, _costs.Select(long.Abs).DefaultIfEmpty(0).Max()));

    public MinCostFlowRequest ToRequest() => new([.. _tails], [.. _heads], [.. _capacities], [.. _costs], _supplies);

    /// <summary>The supplies as a maximum flow from a node that gives to one that takes: what cannot be met shows as a cut.</summary>
    public MaxFlowRequest ToSupplyRequest()
    {
        var (tails, heads, capacities) = (new List<int>(_tails), new List<int>(_heads), new List<long>(_capacities));
        var (giver, taker) = (_supplies.Length, _supplies.Length + 1);
        for (var node = 0; node < _supplies.Length; node++)
        {
            tails.Add(_supplies[node] > 0 ? giver : node);
            heads.Add(_supplies[node] > 0 ? node : taker);
            capacities.Add(long.Abs(_supplies[node]));
        }

        return new MaxFlowRequest([.. tails], [.. heads], [.. capacities], giver, taker);
    }

    /// <summary>True if an arc without limit carries so much that the cost falls, or the amount grows, without end.</summary>
    public bool IsEndless(long[] flows) => Enumerable.Range(0, flows.Length).Any(arc => _isUnlimited[arc] && flows[arc] >= _capacities[arc]);

    /// <summary>Net flow per arc of the graph, how much is sent, and what it costs.</summary>
    public CostedFlow ReadFlow(long[] flows)
    {
        var arcFlow = ImmutableArray.CreateBuilder<long>(_forward.Length);
        Int128 cost = 0;
        for (var arc = 0; arc < _forward.Length; arc++)
        {
            // Below 0 on edges only, which cost the same either way.
            var net = flows[_forward[arc]] + _problem.LowerBounds[arc] - (_backward[arc] < 0 ? 0 : flows[_backward[arc]]);
            arcFlow.Add(net);
            cost += (Int128)_problem.Costs[arc] * long.Abs(net);
        }

        var amount = _problem.Goal switch
        {
            MinCostFlowGoal.Largest => flows[_return],
            MinCostFlowGoal.Amount => _problem.Amount,
            _ => _problem.Supplies.Where(supply => supply > 0).Sum(),
        };
        return new CostedFlow(arcFlow.MoveToImmutable(), amount, cost);
    }

    /// <summary>Where something more can go, and what that costs: every arc with room, and every arc that can give back; not the arc from sinks to sources.</summary>
    public IEnumerable<(int From, int To, long Cost)> Residual(long[] flows)
    {
        for (var arc = 0; arc < flows.Length; arc++)
        {
            if (arc == _return)
                continue;
            if (flows[arc] < _capacities[arc])
                yield return (_tails[arc], _heads[arc], _costs[arc]);
            if (flows[arc] > 0)
                yield return (_heads[arc], _tails[arc], -_costs[arc]);
        }
    }

    private long LargestCost() => _problem.Costs.Select(cost => checked(long.Abs(cost))).DefaultIfEmpty(0).Max();

    private int Add(int tail, int head, long lower, long upper, long cost)
    {
        _supplies[tail] -= lower;
        _supplies[head] += lower;
        _tails.Add(tail);
        _heads.Add(head);
        _isUnlimited.Add(upper == FlowGraph.Unlimited);
        _capacities.Add(upper == FlowGraph.Unlimited ? Most : upper - lower);
        _costs.Add(cost);
        return _tails.Count - 1;
    }
}
