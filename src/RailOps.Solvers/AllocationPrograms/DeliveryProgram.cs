using RailOps.Solvers.Allocation;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Programs;

namespace RailOps.Solvers.AllocationPrograms;

/// <summary>
/// The flows of a net as a linear program, to be completed with an objective: per direction of an arc a flow of 0 to its capacity, per demander
/// its delivery (0 to its need), per node as much in as out and at most its limit. Largest is wanted. For one program.
/// <para>
/// Amounts are divided by a power of two, which loses nothing, so that the needs together are about a thousand: solvers have tolerances in
/// absolute numbers and give up on amounts of millions.
/// </para>
/// </summary>
internal sealed class DeliveryProgram
{
    private readonly AllocationProblem _problem;
    private readonly List<(int Variable, double Coefficient)>[] _balance;
    private readonly List<(int Variable, double Coefficient)>[] _through;

    private const int TotalBits = 10;

    /// <param name="problem">The net and who draws.</param>
    /// <param name="objective">Per demander, worth of an amount of 1.</param>
    /// <param name="least">Per demander, the least that it must get, in flow units.</param>
    public DeliveryProgram(AllocationProblem problem, Func<int, double> objective, Func<int, double> least)
    {
        _problem = problem;
        var total = problem.Demands.Sum(demand => checked(demand.UnitDemand * demand.UnitCount));
        FlowUnitsPerAmount = double.ScaleB(1, int.Max(0, (int)long.Log2(long.Max(1, total)) - TotalBits));
        _balance = [.. Enumerable.Range(0, problem.Graph.NodeCount).Select(_ => new List<(int, double)>())];
        _through = [.. Enumerable.Range(0, problem.Graph.NodeCount).Select(_ => new List<(int, double)>())];
        AddArcs(problem.Graph);
        Delivered = [.. problem.Demands.Select((demand, index) => AddDelivery(demand, objective(index), least(index)))];
        AddNodes(problem.Graph);
    }

    /// <summary>Takes further variables and rows.</summary>
    public LinearProgramBuilder Builder { get; } = new() { Maximize = true };

    /// <summary>Flow units in an amount of 1: a power of two, 1 or more.</summary>
    public double FlowUnitsPerAmount { get; }

    /// <summary>Variable of each demander's delivery.</summary>
    public int[] Delivered { get; }

    private void AddArcs(FlowGraph graph)
    {
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            if (graph.Tail(arc) == graph.Head(arc))
                continue;
            AddWay(graph.Tail(arc), graph.Head(arc), graph.Capacity(arc));
            if (!graph.IsDirected(arc))
                AddWay(graph.Head(arc), graph.Tail(arc), graph.Capacity(arc));
        }
    }

    private void AddWay(int tail, int head, long capacity)
    {
        var flow = Builder.AddVariable(0, Limit(capacity), objective: 0);
        _balance[tail].Add((flow, -1));
        _balance[head].Add((flow, 1));
        _through[head].Add((flow, 1));
    }

    private int AddDelivery(AllocationDemand demand, double objective, double least)
    {
        var delivered = Builder.AddVariable(least / FlowUnitsPerAmount, demand.UnitDemand * demand.UnitCount / FlowUnitsPerAmount, objective);
        _balance[demand.Node].Add((delivered, -1));
        return delivered;
    }

    private void AddNodes(FlowGraph graph)
    {
        var supplied = Builder.AddVariable(0, double.PositiveInfinity, objective: 0);
        _balance[_problem.Source].Add((supplied, 1));
        _through[_problem.Source].Add((supplied, 1));
        for (var node = 0; node < graph.NodeCount; node++)
        {
            Builder.AddRow(0, 0, [.. _balance[node]]);
            if (graph.NodeCapacity(node) != FlowGraph.Unlimited)
                Builder.AddRow(double.NegativeInfinity, Limit(graph.NodeCapacity(node)), [.. _through[node]]);
        }
    }

    private double Limit(long capacity) => capacity == FlowGraph.Unlimited ? double.PositiveInfinity : capacity / FlowUnitsPerAmount;
}
