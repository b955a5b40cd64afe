using System.Numerics;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// The problem as one directed graph of pieces. A node with a limit or in a target is split into entry and exit, joined by an
/// inner piece that flow may run back through without limit (so that a cut never has the exit before and the entry behind it).
/// An edge is one two-way piece, or, if it touches a split node, two one-way pieces of which a cut never counts both. Unlimited
/// capacities become <see cref="Most"/>, more than any finite cut. Immutable, shared by all nodes of a search.
/// </summary>
internal sealed class PieceTable
{
    private readonly List<(int Tail, int Head, long Capacity, PieceBack Back, int Target, int Element)> _pieces = [];
    private readonly int[] _firstLevel;
    private readonly long[] _residual;
    private readonly int[] _firstCost;
    private readonly long[] _cost;

    public PieceTable(InterdictionProblem problem)
    {
        Problem = problem;
        ResourceCount = problem.Budgets.Length;
        var total = TotalOf(problem);
        IsInRange = problem.Graph.IsInRange && total < FlowGraph.LargestTotal;
        Most = IsInRange ? (long)total + 1 : 0;
        Exit = new int[problem.Graph.NodeCount];
        var owner = Owners(problem);
        SplitNodes(owner);
        AddArcs(owner);
        AddInner(owner);
        (Tail, Head) = (_pieces.Select(piece => piece.Tail).ToArray(), _pieces.Select(piece => piece.Head).ToArray());
        (Capacity, Back) = (_pieces.Select(piece => piece.Capacity).ToArray(), _pieces.Select(piece => piece.Back).ToArray());
        Target = _pieces.Select(piece => piece.Target).ToArray();
        Element = _pieces.Select(piece => piece.Element).ToArray();
        (_firstLevel, _residual) = Residuals();
        (_firstCost, _cost) = Costs();
        ScaleBits = int.Clamp(58 - BitOperations.Log2((ulong)Most + 1), 0, 20 + BitOperations.Log2((ulong)_cost.DefaultIfEmpty(1).Max() | 1));
    }

    public InterdictionProblem Problem { get; }

    public int ResourceCount { get; }

    public bool IsInRange { get; }

    /// <summary>Stands for an unlimited capacity: one more than all finite capacities together.</summary>
    public long Most { get; }

    /// <summary>Prices and flows of the search are counted in 2^ScaleBits parts of a flow unit.</summary>
    public int ScaleBits { get; }

    /// <summary>Nodes after splitting: entries keep the node's id.</summary>
    public int NodeCount { get; private set; }

    public int[] Exit { get; }

    public int[] Tail { get; }

    public int[] Head { get; }

    public long[] Capacity { get; private set; }

    public PieceBack[] Back { get; }

    /// <summary>Target per piece, or -1.</summary>
    public int[] Target { get; }

    /// <summary>Position of the piece's element in its target, or -1.</summary>
    public int[] Element { get; }

    /// <summary>The same pieces with other capacities, none above what it was and none of an attackable piece changed.</summary>
    public PieceTable WithCapacities(long[] capacity)
    {
        var copy = (PieceTable)MemberwiseClone();
        copy.Capacity = capacity;
        return copy;
    }

    public int LevelCount(int target) => Problem.Targets[target].Levels.Length;

    public int ElementCount(int target) => Problem.Targets[target].Elements.Length;

    public long Residual(int piece, int level) => _residual[_firstLevel[piece] + level];

    public ReadOnlySpan<long> Cost(int target, int level) =>
        _cost.AsSpan(_firstCost[target] + (level * ResourceCount), ResourceCount);

    public bool IsAffordable(int target, int level, ReadOnlySpan<long> budget)
    {
        var cost = Cost(target, level);
        for (var resource = 0; resource < cost.Length; resource++)
        {
            if (cost[resource] > budget[resource])
                return false;
        }

        return true;
    }

    private static Int128 TotalOf(InterdictionProblem problem)
    {
        var total = problem.Graph.FiniteTotal;
        foreach (var target in problem.Targets)
        {
            for (var element = 0; element < target.Elements.Length; element++)
            {
                if (problem.CapacityOf(target.Elements[element]) != FlowGraph.Unlimited)
                    continue;
                var directed = target.Elements[element].IsNode || problem.Graph.IsDirected(target.Elements[element].Id);
                total += target.Levels.Max(level => FlowGraph.FiniteShare(level.ResidualCapacities[element], directed));
            }
        }

        return total;
    }

    private static Dictionary<AttackElement, (int Target, int Element)> Owners(InterdictionProblem problem)
    {
        var owner = new Dictionary<AttackElement, (int Target, int Element)>();
        for (var target = 0; target < problem.Targets.Length; target++)
        {
            for (var element = 0; element < problem.Targets[target].Elements.Length; element++)
                owner.Add(problem.Targets[target].Elements[element], (target, element));
        }

        return owner;
    }

    private void SplitNodes(Dictionary<AttackElement, (int Target, int Element)> owner)
    {
        NodeCount = Exit.Length;
        for (var node = 0; node < Exit.Length; node++)
        {
            var splits = Problem.Graph.NodeCapacity(node) != FlowGraph.Unlimited || owner.ContainsKey(AttackElement.Node(node));
            Exit[node] = splits ? NodeCount++ : node;
        }
    }

    private void AddArcs(Dictionary<AttackElement, (int Target, int Element)> owner)
    {
        for (var arc = 0; arc < Problem.Graph.ArcCount; arc++)
        {
            var (tail, head) = (Problem.Graph.Tail(arc), Problem.Graph.Head(arc));
            var element = AttackElement.Arc(arc);
            if (Problem.Graph.IsDirected(arc))
            {
                Add(Exit[tail], head, PieceBack.None, element, owner);
            }
            else if (Exit[tail] == tail && Exit[head] == head)
            {
                Add(tail, head, PieceBack.Same, element, owner);
            }
            else
            {
                Add(Exit[tail], head, PieceBack.None, element, owner);
                Add(Exit[head], tail, PieceBack.None, element, owner);
            }
        }
    }

    private void AddInner(Dictionary<AttackElement, (int Target, int Element)> owner)
    {
        for (var node = 0; node < Exit.Length; node++)
        {
            if (Exit[node] != node)
                Add(node, Exit[node], PieceBack.Unlimited, AttackElement.Node(node), owner);
        }
    }

    private void Add(int tail, int head, PieceBack back, AttackElement element, Dictionary<AttackElement, (int Target, int Element)> owner)
    {
        var (target, position) = owner.TryGetValue(element, out var found) ? found : (-1, -1);
        var capacity = Problem.CapacityOf(element);
        _pieces.Add((tail, head, capacity == FlowGraph.Unlimited ? Most : capacity, back, target, position));
    }

    private (int[] First, long[] Residual) Residuals()
    {
        var first = new int[_pieces.Count];
        var residual = new List<long>();
        for (var piece = 0; piece < first.Length; piece++)
        {
            first[piece] = residual.Count;
            var (_, _, _, _, target, element) = _pieces[piece];
            if (target >= 0)
                residual.AddRange(Problem.Targets[target].Levels.Select(level => long.Min(level.ResidualCapacities[element], Capacity[piece])));
        }

        return (first, [.. residual]);
    }

    private (int[] First, long[] Cost) Costs()
    {
        var first = new int[Problem.Targets.Length];
        var cost = new List<long>();
        for (var target = 0; target < first.Length; target++)
        {
            first[target] = cost.Count;
            foreach (var level in Problem.Targets[target].Levels)
                cost.AddRange(level.Costs);
        }

        return (first, [.. cost]);
    }
}
