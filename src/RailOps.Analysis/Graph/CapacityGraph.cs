using System.Collections.Immutable;
using RailOps.Analysis.Demand;
using RailOps.Model.Scenarios;
using RailOps.Model.Units;
using RailOps.Solvers.Graphs;

namespace RailOps.Analysis.Graph;

/// <summary>
/// A situation as a graph in whole kilograms a day: one node per station (more where gauges meet or a port is limited), one arc per
/// link, one per source of supply from <see cref="Source"/>, one per front to <see cref="Sink"/>. Immutable.
/// </summary>
public sealed class CapacityGraph
{
    internal const int SourceNode = 0;
    internal const int SinkNode = 1;
    private readonly ImmutableDictionary<EstimateLevel, Lazy<FlowGraph>> _flowGraphs;

    internal CapacityGraph(
        Situation situation,
        ImmutableArray<FrontNeed> needs,
        ImmutableArray<string> nodeNames,
        ImmutableArray<GraphArc> arcs,
        ImmutableArray<int> needArcs,
        ImmutableArray<int> frontNodes)
    {
        Situation = situation;
        Needs = needs;
        NodeNames = nodeNames;
        Arcs = arcs;
        NeedArcs = needArcs;
        FrontNodes = frontNodes;
        _flowGraphs = Enum.GetValues<EstimateLevel>().ToImmutableDictionary(level => level, level => new Lazy<FlowGraph>(() => BuildFlowGraph(level)));
    }

    /// <summary>The situation.</summary>
    public Situation Situation { get; }

    /// <summary>What the fronts need, in the order of <see cref="NeedArcs"/> and <see cref="FrontNodes"/>.</summary>
    public ImmutableArray<FrontNeed> Needs { get; }

    /// <summary>Node names: station ids, <c>station@1435</c>, <c>station@port</c>, <c>front:id</c>, <c>SOURCE</c>, <c>SINK</c>.</summary>
    public ImmutableArray<string> NodeNames { get; }

    /// <summary>Arcs; the index is the arc id in the solvers' graph.</summary>
    public ImmutableArray<GraphArc> Arcs { get; }

    /// <summary>Arc of each front's need.</summary>
    public ImmutableArray<int> NeedArcs { get; }

    /// <summary>Node of each front.</summary>
    public ImmutableArray<int> FrontNodes { get; }

    /// <summary>Node that all supply comes from.</summary>
    public int Source { get; } = SourceNode;

    /// <summary>Node that all needs lead to.</summary>
    public int Sink { get; } = SinkNode;

    /// <summary>The graph for the solvers at one level. Arc ids are indices of <see cref="Arcs"/>.</summary>
    /// <param name="level">Level of the capacities; needs are at the opposite level.</param>
    /// <returns>The frozen graph.</returns>
    public FlowGraph FlowGraphOf(EstimateLevel level) => _flowGraphs[level].Value;

    /// <summary>The same graph with less left of some links, at every level of the estimate.</summary>
    /// <param name="losses">What is left, by link id.</param>
    /// <returns>A new graph with the same nodes and arc ids.</returns>
    public CapacityGraph WithLosses(IReadOnlyDictionary<string, GraphLoss> losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        return new CapacityGraph(Situation, Needs, NodeNames, [.. Arcs.Select(Struck)], NeedArcs, FrontNodes);

        GraphArc Struck(GraphArc arc) => arc.Kind == GraphArcKind.Link && losses.TryGetValue(arc.SubjectId, out var loss) ? loss.Of(arc) : arc;
    }

    private FlowGraph BuildFlowGraph(EstimateLevel level)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(NodeNames.Length);
        foreach (var arc in Arcs)
        {
            if (arc.IsBothWays)
                builder.AddEdge(arc.Tail, arc.Head, arc.Capacity[level]);
            else
                builder.AddArc(arc.Tail, arc.Head, arc.Capacity[level]);
        }

        return builder.Build();
    }
}
