using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Checking;

/// <summary>The pieces of a problem in the order of docs/certificates.md, worked out from the problem alone.</summary>
internal sealed class InterdictionPieces
{
    private readonly Dictionary<AttackElement, (int Target, int Element)> _owner = [];

    public InterdictionPieces(InterdictionProblem problem)
    {
        var graph = problem.Graph;
        for (var target = 0; target < problem.Targets.Length; target++)
        {
            for (var element = 0; element < problem.Targets[target].Elements.Length; element++)
                _owner[problem.Targets[target].Elements[element]] = (target, element);
        }

        var exit = new int[graph.NodeCount];
        NodeCount = graph.NodeCount;
        for (var node = 0; node < exit.Length; node++)
            exit[node] = graph.NodeCapacity(node) != FlowGraph.Unlimited || _owner.ContainsKey(AttackElement.Node(node)) ? NodeCount++ : node;
        Exit = exit;
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (tail, head, isEdge) = (graph.Tail(arc), graph.Head(arc), !graph.IsDirected(arc));
            var isWhole = exit[tail] == tail && exit[head] == head;
            Add(AttackElement.Arc(arc), exit[tail], head, graph.Capacity(arc), isEdge && isWhole, isInner: false);
            if (isEdge && !isWhole)
                Add(AttackElement.Arc(arc), exit[head], tail, graph.Capacity(arc), isTwoWay: false, isInner: false);
        }

        for (var node = 0; node < exit.Length; node++)
        {
            if (exit[node] != node)
                Add(AttackElement.Node(node), node, exit[node], graph.NodeCapacity(node), isTwoWay: false, isInner: true);
        }

        OfTarget = Enumerable.Range(0, All.Count).ToLookup(index => All[index].Target);
        MoreThanAllFinite = Beyond(problem);
    }

    /// <summary>Nodes, entries first, then the exits of split nodes.</summary>
    public int NodeCount { get; }

    /// <summary>Exit per node; the node itself if not split.</summary>
    public int[] Exit { get; }

    public List<InterdictionPiece> All { get; } = [];

    /// <summary>Indices of the pieces of every target.</summary>
    public ILookup<int, int> OfTarget { get; }

    /// <summary>More flow units than any finite maximum flow under any plan: 1 + all finite capacities + what attacks leave of unlimited ones.</summary>
    public Int128 MoreThanAllFinite { get; }

    private static Int128 Beyond(InterdictionProblem problem)
    {
        var sum = problem.Graph.FiniteTotal + 1;
        foreach (var target in problem.Targets)
        {
            for (var element = 0; element < target.Elements.Length; element++)
            {
                if (problem.CapacityOf(target.Elements[element]) != FlowGraph.Unlimited)
                    continue;
                var isEdge = !target.Elements[element].IsNode && !problem.Graph.IsDirected(target.Elements[element].Id);
                var finite = target.Levels.Select(level => level.ResidualCapacities[element]).Where(left => left != FlowGraph.Unlimited);
                sum += (Int128)finite.DefaultIfEmpty(0).Max() * (isEdge ? 2 : 1);
            }
        }

        return sum;
    }

    private void Add(AttackElement element, int tail, int head, long capacity, bool isTwoWay, bool isInner)
    {
        var (target, position) = _owner.TryGetValue(element, out var found) ? found : (-1, -1);
        All.Add(new InterdictionPiece(tail, head, capacity, isTwoWay, isInner, target, position));
    }
}
