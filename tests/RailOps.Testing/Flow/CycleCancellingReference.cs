using System.Numerics;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.MinCost;
using RailOps.Solvers.Results;

namespace RailOps.Testing.Flow;

/// <summary>
/// Cheapest flow the plain way (M. Klein 1967: cancel cycles of negative cost) on a list of residual arcs and big integers. Slow,
/// short, and shares nothing with the solver. Every node is an entry and an exit; two hubs and two super terminals come last.
/// </summary>
public sealed class CycleCancellingReference
{
    private readonly List<(int Tail, int Head, BigInteger Cost, bool IsUnlimited)> _arcs = [];
    private readonly List<BigInteger> _room = [];
    private readonly BigInteger[] _excess;
    private readonly BigInteger _plenty;
    private readonly int _size;
    private BigInteger _fixedCost;

    private CycleCancellingReference(MinCostFlowProblem problem)
    {
        var (graph, count) = (problem.Graph, problem.Graph.NodeCount);
        _size = (2 * count) + 4;
        _excess = new BigInteger[_size];
        _plenty = (BigInteger)graph.FiniteTotal + problem.Amount + 1;
        foreach (var number in problem.Supplies.Concat(problem.LowerBounds))
            _plenty += BigInteger.Abs(number);
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (tail, head) = (count + graph.Tail(arc), graph.Head(arc));
            Add(tail, head, graph.Capacity(arc), problem.Costs[arc], problem.LowerBounds[arc]);
            if (!graph.IsDirected(arc))
                Add(count + graph.Head(arc), graph.Tail(arc), graph.Capacity(arc), problem.Costs[arc], 0);
        }

        for (var node = 0; node < count; node++)
            Add(node, count + node, graph.NodeCapacity(node), 0, 0);
        for (var node = 0; node < problem.Supplies.Length; node++)
            _excess[problem.Supplies[node] > 0 ? node : count + node] += problem.Supplies[node];
        foreach (var source in problem.Sources)
            Add(2 * count, source, FlowGraph.Unlimited, 0, 0);
        foreach (var sink in problem.Sinks)
            Add(count + sink, (2 * count) + 1, FlowGraph.Unlimited, 0, 0);
        _excess[2 * count] += problem.Amount;
        _excess[(2 * count) + 1] -= problem.Amount;
    }

    /// <summary>Optimal with cost and amount, Infeasible, or Unbounded; the amount means something for the goal Largest only.</summary>
    public static (Termination Termination, BigInteger Cost, BigInteger Amount) Solve(MinCostFlowProblem problem)
    {
        var net = new CycleCancellingReference(problem);
        var (source, sink) = (net._size - 4, net._size - 3);
        var back = net._arcs.Count;
        var isLargest = problem.Goal == MinCostFlowGoal.Largest;
        if (isLargest)
            net.Add(sink, source, FlowGraph.Unlimited, 0, 0);
        if (!net.MeetExcess())
            return (Termination.Infeasible, 0, 0);
        BigInteger amount = 0;
        if (isLargest)
        {
            amount = net._room[back + 1];
            (net._room[back], net._room[back + 1], net._arcs[back]) = (0, 0, (sink, sink, 0, false));
            if (net.HasUnlimitedWay(source, sink))
                return (Termination.Unbounded, 0, 0);
            amount += net.Augment(source, sink);
        }

        if (net.NegativeCycle(unlimitedOnly: true) is not null)
            return (Termination.Unbounded, 0, 0);
        while (net.NegativeCycle(unlimitedOnly: false) is { } cycle)
            net.Push(cycle);
        BigInteger cost = net._fixedCost;
        for (var arc = 0; arc < net._arcs.Count; arc += 2)
            cost += net._arcs[arc].Cost * net._room[arc + 1];
        return (Termination.Optimal, cost, amount);
    }

    private void Add(int tail, int head, long capacity, BigInteger cost, long lower)
    {
        var isUnlimited = capacity == FlowGraph.Unlimited;
        _arcs.Add((tail, head, cost, isUnlimited));
        _arcs.Add((head, tail, -cost, false));
        _room.Add(isUnlimited ? _plenty * 4 : capacity - lower);
        _room.Add(0);
        _excess[tail] -= lower;
        _excess[head] += lower;
        _fixedCost += cost * lower;
    }

    private bool MeetExcess()
    {
        BigInteger wanted = 0;
        var first = _arcs.Count;
        for (var node = 0; node < _size - 2; node++)
        {
            var excess = _excess[node];
            var (tail, head) = excess > 0 ? (_size - 2, node) : (node, _size - 1);
            _arcs.Add((tail, head, 0, false));
            _arcs.Add((head, tail, 0, false));
            _room.Add(BigInteger.Abs(excess));
            _room.Add(0);
            wanted += BigInteger.Max(excess, 0);
        }

        var met = Augment(_size - 2, _size - 1);
        _arcs.RemoveRange(first, _arcs.Count - first);
        _room.RemoveRange(first, _room.Count - first);
        return met == wanted;
    }

    private BigInteger Augment(int source, int sink)
    {
        BigInteger sent = 0;
        while (Path(source, sink, arc => _room[arc] > 0) is { } path)
            sent += Push(path);
        return sent;
    }

    private bool HasUnlimitedWay(int source, int sink) => Path(source, sink, arc => _arcs[arc].IsUnlimited) is not null;

    private List<int>? Path(int source, int sink, Predicate<int> isOpen)
    {
        var into = new int[_size];
        Array.Fill(into, -1);
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var node))
        {
            for (var arc = 0; arc < _arcs.Count; arc++)
            {
                if (_arcs[arc].Tail != node || _arcs[arc].Head == source || into[_arcs[arc].Head] >= 0 || !isOpen(arc))
                    continue;
                into[_arcs[arc].Head] = arc;
                queue.Enqueue(_arcs[arc].Head);
            }
        }

        var path = new List<int>();
        for (var node = sink; node != source; node = _arcs[into[node]].Tail)
        {
            if (into[node] < 0)
                return null;
            path.Add(into[node]);
        }

        return path;
    }

    private BigInteger Push(List<int> arcs)
    {
        var amount = arcs.Min(arc => _room[arc]);
        foreach (var arc in arcs)
        {
            _room[arc] -= amount;
            _room[arc ^ 1] += amount;
        }

        return amount;
    }

    /// <summary>R. Bellman 1958: if a label still falls in the last round, the way back from it runs into a negative cycle.</summary>
    private List<int>? NegativeCycle(bool unlimitedOnly)
    {
        var label = new BigInteger[_size];
        var into = new int[_size];
        var last = -1;
        for (var round = 0; round <= _size; round++)
        {
            last = -1;
            for (var arc = 0; arc < _arcs.Count; arc++)
            {
                var (tail, head, cost, isUnlimited) = _arcs[arc];
                if ((unlimitedOnly ? !isUnlimited : _room[arc].IsZero) || label[tail] + cost >= label[head])
                    continue;
                (label[head], into[head], last) = (label[tail] + cost, arc, head);
            }

            if (last < 0)
                return null;
        }

        for (var step = 0; step < _size; step++)
            last = _arcs[into[last]].Tail;
        var cycle = new List<int>();
        for (var node = last; node != last || cycle.Count == 0; node = _arcs[into[node]].Tail)
            cycle.Add(into[node]);
        return cycle;
    }
}
