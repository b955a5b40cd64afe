using System.Collections.Immutable;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.MinCost;

/// <summary>
/// Problem: the cheapest flow of one net again and again while capacities, costs and supplies change.
/// <para>
/// Method: the simplex method of <see cref="NetworkSimplexSolver"/>, which goes on from the tree of the last solve. After a change of
/// costs alone that tree's flow is still a flow, and only pivots that the new costs ask for follow. A change of capacity or supply may
/// leave tree arcs with more or less than they can carry; these are cut and what is left over is led through artificial
/// arcs, dear enough to be emptied first (<see cref="MinCostFlowStatistics.RepairCount"/> says how many). The answer is
/// proved afresh each time, so it is worth as much as a cold one; which of several cheapest flows is found depends on the calls made before.
/// </para>
/// <para>Cost: a solve reads all numbers anew, O(nodes + arcs), and then makes the pivots that are needed; their number has no small bound.</para>
/// <para>Numbers: as <see cref="NetworkSimplexSolver"/>. Nodes, arcs, terminals and the goal cannot change. Not thread safe.</para>
/// </summary>
public sealed class MinCostFlowSession
{
    private readonly MinCostFlowData _data;
    private readonly SimplexNet _net;
    private readonly SimplexEngine _engine;
    private MinCostFlowStatistics _before = MinCostFlowStatistics.None;

    /// <summary>Starts without a tree: the first solve is a cold one. O(nodes + arcs).</summary>
    /// <param name="problem">The problem; it is not changed.</param>
    public MinCostFlowSession(MinCostFlowProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        _data = new MinCostFlowData(problem);
        _net = new SimplexNet(_data);
        _engine = new SimplexEngine(_net);
    }

    /// <summary>The problem with the numbers as they are now; a new object each time. O(nodes + arcs).</summary>
    /// <exception cref="ArgumentException">The supplies do not sum to 0 at present.</exception>
    public MinCostFlowProblem ToProblem() => _data.ToProblem();

    /// <summary>Changes the capacity of an arc (of an edge: both ways).</summary>
    /// <param name="arcId">An arc of the graph, else <see cref="IndexOutOfRangeException"/>.</param>
    /// <param name="capacity">Flow units, at least the arc's lower bound, or <see cref="FlowGraph.Unlimited"/>.</param>
    public void SetCapacity(int arcId, long capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, _data.LowerBound[arcId]);
        _data.Capacity[arcId] = capacity;
    }

    /// <summary>Changes the capacity of a node.</summary>
    /// <param name="node">A node for which <see cref="FlowGraph.IsNodeLimitable"/>, else <see cref="ArgumentException"/>.</param>
    /// <param name="capacity">Flow units, 0 or more, or <see cref="FlowGraph.Unlimited"/>.</param>
    public void SetNodeCapacity(int node, long capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (!_data.Graph.IsNodeLimitable(node))
            throw new ArgumentException($"Node {node} should be limitable, but was given no capacity when the graph was built.\nMaybe set it to unlimited there.", nameof(node));
        _data.NodeCapacity[node] = capacity;
    }

    /// <summary>Changes the cost of a flow unit on an arc.</summary>
    /// <param name="arcId">An arc of the graph, else <see cref="IndexOutOfRangeException"/>.</param>
    /// <param name="cost">Any whole number; on an edge 0 or more, else <see cref="ArgumentException"/>.</param>
    public void SetCost(int arcId, long cost)
    {
        MinCostFlowProblemCheck.RequireCost(_data.Graph.IsDirected(arcId), arcId, cost);
        _data.Cost[arcId] = cost;
    }

    /// <summary>Changes what a node gives or takes. When solved, all must sum to 0 again.</summary>
    /// <param name="node">A node of the graph, else <see cref="IndexOutOfRangeException"/>.</param>
    /// <param name="supply">Flow units, negative for a node that takes.</param>
    /// <exception cref="InvalidOperationException">The goal is not <see cref="MinCostFlowGoal.Balance"/>.</exception>
    public void SetSupply(int node, long supply)
    {
        RequireGoal(MinCostFlowGoal.Balance);
        _data.Supply[node] = supply;
    }

    /// <summary>Changes the amount to send.</summary>
    /// <param name="amount">Flow units, 0 or more.</param>
    /// <exception cref="InvalidOperationException">The goal is not <see cref="MinCostFlowGoal.Amount"/>.</exception>
    public void SetAmount(long amount)
    {
        RequireGoal(MinCostFlowGoal.Amount);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        _data.Amount = amount;
    }

    /// <summary>Solves with the numbers as they are now, from the tree of the last solve.</summary>
    /// <param name="options">Limits.</param>
    /// <param name="token">Cancelling gives the best flow found so far, if any, not an exception.</param>
    /// <exception cref="ArgumentException">The supplies do not sum to 0.</exception>
    public MinCostFlowResult Solve(SolveOptions options, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(options);
        MinCostFlowProblemCheck.RequireZeroSum(_data.Supply);
        if (!_data.IsInRange())
            return MinCostFlowResult.OutOfRange();
        _before = TotalWork();
        var stop = new StopSignal(options, token);
        _net.Load();
        SetCosts(areZero: false);
        if (!_engine.Start.IsWarm)
            _engine.Start.GrowTree(stop);
        _engine.Start.FitFlow();
        _engine.Start.FitPotentials();
        return _engine.Run(stop) switch
        {
            SimplexOutcome.Optimal => _engine.IsShort ? Infeasible() : Optimal(),
            SimplexOutcome.Ray => AfterRay(stop),
            _ => Interrupted(stop),
        };
    }

    private void RequireGoal(MinCostFlowGoal goal)
    {
        if (_data.Goal != goal)
            throw new InvalidOperationException($"The goal of the problem should be {goal}, but is {_data.Goal}.");
    }

    /// <summary>
    /// With n nodes and costs c: no way through the net costs more than n |c|, so an arc back that earns (n + 1)(|c| + 1) is worth any detour, and
    /// two artificial arcs at twice that are worth more than both. Within the range of numbers none of it overflows.
    /// </summary>
    private void SetCosts(bool areZero)
    {
        var dear = areZero ? 1 : (long)((_net.NodeCount + 1) * (_data.LargestCost() + 1));
        _net.SetCosts(areZero, areZero ? 0 : -dear, 2 * dear);
    }

    private MinCostFlowResult Optimal()
    {
        ImmutableArray<bool> inside = [];
        if (_data.Goal == MinCostFlowGoal.Largest)
            inside = Reach([_net.SourceHub], _net.ReturnArc);
        return MinCostFlowResult.Optimal(_data.Graph, ReadFlow(), ReadPotentials(), inside, Work());
    }

    private MinCostFlowResult Infeasible() => MinCostFlowResult.Infeasible(Reach(_engine.Unserved(), withoutArc: -1), Work());

    /// <summary>Something earns without end; whether anything does what was asked is settled at cost 0.</summary>
    private MinCostFlowResult AfterRay(StopSignal stop)
    {
        var walk = ReadWalk();
        if (_engine.IsShort)
        {
            SetCosts(areZero: true);
            _engine.Start.FitPotentials();
            if (_engine.Run(stop) == SimplexOutcome.Interrupted)
                return MinCostFlowResult.Interrupted(stop.Reason, FlowOrNone(), bound: null, [], Work());
            if (_engine.IsShort)
                return Infeasible();
        }

        return MinCostFlowResult.Unbounded(ReadFlow(), walk, Work());
    }

    private MinCostFlowResult Interrupted(StopSignal stop)
    {
        var (bound, potentials) = _data.Goal == MinCostFlowGoal.Largest ? (null, []) : SimplexBound.Best(_data, _net, _engine.Potential);
        return MinCostFlowResult.Interrupted(stop.Reason, FlowOrNone(), bound, bound is null ? [] : Normal(potentials), Work());
    }

    private CostedFlow? FlowOrNone() => _engine.IsShort ? null : ReadFlow();

    private CostedFlow ReadFlow()
    {
        var arcFlow = _net.ReadFlow(_engine.Flow);
        return new CostedFlow(ImmutableArray.Create(arcFlow), _net.ReadAmount(_engine.Flow), _data.CostOf(arcFlow));
    }

    private ImmutableArray<long> ReadPotentials() => Normal(_engine.Potential);

    /// <summary>Expanded and shifted so that the first is 0.</summary>
    private ImmutableArray<long> Normal(long[] potentials)
    {
        var expanded = _net.Expand(potentials);
        var first = expanded[0];
        return [.. expanded.Select(potential => potential - first)];
    }

    private ImmutableArray<bool> Reach(IEnumerable<int> seeds, int withoutArc) =>
        [.. _net.Expand(new SimplexReach(_net, _engine.Flow).From(seeds, withoutArc))];

    /// <summary>The cycle in the graph's arcs, begun behind the arc back if that is in it.</summary>
    private ImmutableArray<int> ReadWalk()
    {
        var ray = _engine.Ray;
        var start = ray.IndexOf(_net.ReturnArc) + 1;
        return [.. ray.Skip(start).Concat(ray.Take(start)).Select(arc => _net.Origin[arc]).Where(arc => arc >= 0)];
    }

    private MinCostFlowStatistics TotalWork() =>
        new(_engine.PivotCount, _engine.DegeneratePivotCount, _engine.ArcScanCount, _engine.TreeWorkCount) { RepairCount = _engine.Start.RepairCount };

    private MinCostFlowStatistics Work()
    {
        var total = TotalWork();
        return new(
            total.PivotCount - _before.PivotCount,
            total.DegeneratePivotCount - _before.DegeneratePivotCount,
            total.ArcScanCount - _before.ArcScanCount,
            total.TreeWorkCount - _before.TreeWorkCount)
        { RepairCount = total.RepairCount - _before.RepairCount };
    }
}
