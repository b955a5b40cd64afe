using System.Collections.Immutable;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Results;

namespace RailOps.Solvers.Allocation;

/// <summary>
/// The problem's graph with one more node, the common sink, and an arc to it from each demander; the capacity of that arc is
/// what the demander may take at the moment. Augmenting paths end at the sink and never leave it, so what a demander has got
/// never shrinks while others are served; that is what makes greedy orders exact on these nets.
/// </summary>
internal sealed class AllocationNetwork
{
    private readonly int _firstDemandArc;

    public AllocationNetwork(AllocationProblem problem, StopSignal stop)
    {
        Problem = problem;
        Stop = stop;
        var builder = FlowGraphBuilder.From(problem.Graph);
        var sink = builder.AddNode();
        _firstDemandArc = builder.ArcCount;
        foreach (var demand in problem.Demands)
            builder.AddArc(demand.Node, sink, 0);
        Session = new MaxFlowSession(builder.Build(), problem.Source, sink);
        Needs = [.. problem.Demands.Select(demand => checked(demand.UnitDemand * demand.UnitCount))];
        PriorityOrder = DemandOrder.ByPriority(problem.Demands);
    }

    public AllocationProblem Problem { get; }

    public StopSignal Stop { get; }

    public MaxFlowSession Session { get; }

    /// <summary>Flow units that all wanted units of a demander need together.</summary>
    public long[] Needs { get; }

    public int[] PriorityOrder { get; }

    public int DemandCount => Needs.Length;

    public void SetLimit(int demand, long limit) => Session.SetCapacity(DemandArc(demand), limit);

    public long Limit(int demand) => Session.CapacityOf(DemandArc(demand));

    public int DemandArc(int demand) => _firstDemandArc + demand;

    public long Delivered(int demand) => Session.NetFlow(DemandArc(demand));

    public long WholeUnits(int demand) => Delivered(demand) / Problem.Demands[demand].UnitDemand;

    /// <summary>Serves as much as limits and graph allow; false if stopped on the way.</summary>
    public bool Augment()
    {
        Session.Augment(Stop);
        return Session.IsMaximal;
    }

    /// <summary>In priority order gives each demander what it lacks of its full need; false if stopped on the way.</summary>
    public bool TopUp()
    {
        foreach (var demand in PriorityOrder)
        {
            SetLimit(demand, Needs[demand]);
            if (!Augment())
                return false;
        }

        return Augment();
    }

    /// <summary>The cut of the graph (not of the arcs to the sink) that holds back whoever is short now.</summary>
    public NodeCut GraphCut()
    {
        var cut = Session.MinimalSourceCut();
        var held = cut.Capacity;
        for (var demand = 0; demand < DemandCount; demand++)
            held -= IsBehind(cut, demand) ? 0 : Limit(demand);
        return new NodeCut(cut.SourceSide.RemoveAt(cut.SourceSide.Length - 1), cut.CutNodes, held);
    }

    /// <summary>True if the demander draws behind the cut.</summary>
    public bool IsBehind(NodeCut cut, int demand)
    {
        var node = Problem.Demands[demand].Node;
        return !cut.SourceSide[node] || cut.CutNodes.BinarySearch(node) >= 0;
    }

    public ImmutableArray<long> ReadDelivered() => [.. Enumerable.Range(0, DemandCount).Select(Delivered)];

    public ImmutableArray<long> ReadArcFlow() => [.. Enumerable.Range(0, _firstDemandArc).Select(Session.NetFlow)];

    public SolveStatistics Statistics(long searchNodeCount, long otherAugmentationCount = 0) =>
        new(Session.AugmentationCount + otherAugmentationCount, Session.SolveCount, searchNodeCount);
}
