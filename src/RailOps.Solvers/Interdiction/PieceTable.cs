using System.Numerics;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Interdiction;

/// <summary>
/// The problem as one directed graph of pieces. A node with a limit or in a target is split into entry and exit, joined by an
/// inner piece that flow may run back through without limit (so that a cut never has the exit before and the entry behind it).
/// An edge is one two-way piece, or, if it touches a split node, two one-way pieces of which a cut never counts both. Unlimited
/// capacities become <see cref="Most"/>, more than any finite cut. Immutable once built, shared by all nodes of a search.
/// </summary>
internal sealed class PieceTable
{
    private readonly StopSignal _stop;
    private readonly TargetOwners _owners;
    private readonly LevelTable _levels;
    private int _count;

    /// <summary>Builds the table. Of no use if out of range or if the signal says stop meanwhile (null never does).</summary>
    public PieceTable(InterdictionProblem problem, StopSignal? stop = null)
    {
        stop ??= new StopSignal();
        (Problem, _stop) = (problem, stop);
        ResourceCount = problem.Budgets.Length;
        var total = TotalOf(problem, stop);
        IsInRange = problem.Graph.IsInRange && total < FlowGraph.LargestTotal;
        Most = IsInRange ? (long)total + 1 : 0;
        Exit = new int[problem.Graph.NodeCount];
        _owners = new TargetOwners(problem, stop);
        SplitNodes();
        var count = stop.IsRaised ? 0 : PieceCount();
        (Tail, Head, Capacity, Back) = (new int[count], new int[count], new long[count], new PieceBack[count]);
        (Target, Element) = (new int[count], new int[count]);
        AddArcs();
        AddInner();
        PiecesOf = new ItemGroups(Target, problem.Targets.Length, stop);
        _levels = new LevelTable(this, stop);
        ScaleBits = int.Clamp(58 - BitOperations.Log2((ulong)Most + 1), 0, 20 + BitOperations.Log2((ulong)_levels.LargestCost | 1));
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

    /// <summary>Pieces of every target, ascending.</summary>
    public ItemGroups PiecesOf { get; }

    /// <summary>Targets with a level that costs nothing, ascending.</summary>
    public IReadOnlyList<int> FreeTargets => _levels.FreeTargets;

    /// <summary>The same pieces with other capacities, none above what it was and none of an attackable piece changed.</summary>
    public PieceTable WithCapacities(long[] capacity)
    {
        var copy = (PieceTable)MemberwiseClone();
        copy.Capacity = capacity;
        return copy;
    }

    public int LevelCount(int target) => Problem.Targets[target].Levels.Length;

    public int ElementCount(int target) => Problem.Targets[target].Elements.Length;

    public long Residual(int piece, int level) => _levels.Residual(piece, level);

    public ReadOnlySpan<long> Cost(int target, int level) => _levels.Cost(target, level);

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

    private static Int128 TotalOf(InterdictionProblem problem, StopSignal stop)
    {
        var total = problem.Graph.FiniteTotal;
        foreach (var target in problem.Targets)
        {
            for (var element = 0; element < target.Elements.Length && !stop.Spend(1); element++)
            {
                if (problem.CapacityOf(target.Elements[element]) != FlowGraph.Unlimited)
                    continue;
                var directed = target.Elements[element].IsNode || problem.Graph.IsDirected(target.Elements[element].Id);
                total += target.Levels.Max(level => FlowGraph.FiniteShare(level.ResidualCapacities[element], directed));
            }
        }

        return total;
    }

    private void SplitNodes()
    {
        NodeCount = Exit.Length;
        for (var node = 0; node < Exit.Length && !_stop.Spend(1); node++)
        {
            var splits = Problem.Graph.NodeCapacity(node) != FlowGraph.Unlimited || _owners.OfNode(node).Target >= 0;
            Exit[node] = splits ? NodeCount++ : node;
        }
    }

    private int PieceCount()
    {
        var count = NodeCount - Exit.Length + Problem.Graph.ArcCount;
        for (var arc = 0; arc < Problem.Graph.ArcCount && !_stop.Spend(1); arc++)
            count += IsOnePiece(arc) ? 0 : 1;
        return count;
    }

    /// <summary>True if one piece is enough: an arc, or an edge between nodes that are not split.</summary>
    private bool IsOnePiece(int arc) => Problem.Graph.IsDirected(arc) || IsWhole(arc);

    private bool IsWhole(int arc)
    {
        var (tail, head) = (Problem.Graph.Tail(arc), Problem.Graph.Head(arc));
        return Exit[tail] == tail && Exit[head] == head;
    }

    private void AddArcs()
    {
        for (var arc = 0; arc < Problem.Graph.ArcCount && !_stop.Spend(1); arc++)
        {
            var (tail, head) = (Problem.Graph.Tail(arc), Problem.Graph.Head(arc));
            var (owner, capacity) = (_owners.OfArc(arc), Problem.Graph.Capacity(arc));
            var back = !Problem.Graph.IsDirected(arc) && IsWhole(arc) ? PieceBack.Same : PieceBack.None;
            Add(Exit[tail], head, back, capacity, owner);
            if (!IsOnePiece(arc))
                Add(Exit[head], tail, back, capacity, owner);
        }
    }

    private void AddInner()
    {
        for (var node = 0; node < Exit.Length && !_stop.Spend(1); node++)
        {
            if (Exit[node] != node)
                Add(node, Exit[node], PieceBack.Unlimited, Problem.Graph.NodeCapacity(node), _owners.OfNode(node));
        }
    }

    private void Add(int tail, int head, PieceBack back, long capacity, (int Target, int Element) owner)
    {
        (Tail[_count], Head[_count], Back[_count]) = (tail, head, back);
        (Target[_count], Element[_count]) = owner;
        Capacity[_count++] = capacity == FlowGraph.Unlimited ? Most : capacity;
    }
}
