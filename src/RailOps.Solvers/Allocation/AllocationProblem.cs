using System.Collections.Immutable;
using RailOps.Solvers.Graphs;

namespace RailOps.Solvers.Allocation;

/// <summary>A graph, the source of all flow, and the demanders. Immutable; validated when made.</summary>
public sealed class AllocationProblem
{
    /// <summary>Puts a question together.</summary>
    /// <param name="graph">The graph; what passes a demander's node counts against that node's capacity.</param>
    /// <param name="source">Where all flow starts.</param>
    /// <param name="demands">The demanders; results use this order.</param>
    /// <exception cref="ArgumentException">A node is shared by two demanders.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A node is not in the graph, or a number is negative (unit demand: below 1).</exception>
    public AllocationProblem(FlowGraph graph, int source, ImmutableArray<AllocationDemand> demands)
    {
        ArgumentNullException.ThrowIfNull(graph);
        RequireNode(graph, source, nameof(source));
        if (demands.IsDefault)
            throw new ArgumentException("Demands should be a list, but nothing was given.\nMaybe pass an empty array.", nameof(demands));
        Graph = graph;
        Source = source;
        Demands = demands;
        Validate(demands);
    }

    /// <summary>The graph.</summary>
    public FlowGraph Graph { get; }

    /// <summary>Node where all flow starts.</summary>
    public int Source { get; }

    /// <summary>The demanders.</summary>
    public ImmutableArray<AllocationDemand> Demands { get; }

    /// <summary>True if graph, needs and weights are small enough to add up exactly; otherwise solving answers OutOfRange.</summary>
    public bool IsInRange
    {
        get
        {
            var (needs, worth) = ((Int128)0, (Int128)0);
            foreach (var demand in Demands)
            {
                needs += (Int128)demand.UnitDemand * demand.UnitCount;
                worth += (Int128)demand.Weight * demand.UnitCount;
            }

            return Graph.FiniteTotal + needs <= FlowGraph.LargestTotal && worth <= long.MaxValue;
        }
    }

    private void Validate(ImmutableArray<AllocationDemand> demands)
    {
        var indexByNode = new Dictionary<int, int>();
        for (var index = 0; index < demands.Length; index++)
        {
            var demand = demands[index];
            RequireNode(Graph, demand.Node, nameof(demands));
            RequireAtLeast(1, demand.UnitDemand, index, nameof(demand.UnitDemand));
            RequireAtLeast(0, demand.UnitCount, index, nameof(demand.UnitCount));
            RequireAtLeast(0, demand.Weight, index, nameof(demand.Weight));
            if (!indexByNode.TryAdd(demand.Node, index))
                throw new ArgumentException($"Demanders should draw at different nodes, but {indexByNode[demand.Node]} and {index} both draw at node {demand.Node}.\nMaybe give each a node of its own, joined by an unlimited arc.", nameof(demands));
        }
    }

    private static void RequireAtLeast(long least, long value, int index, string field)
    {
        if (value < least)
            throw new ArgumentOutOfRangeException(field, value, $"{field} of demander {index} should be {least} or more.");
    }

    private static void RequireNode(FlowGraph graph, int node, string name)
    {
        if (node < 0 || node >= graph.NodeCount)
            throw new ArgumentOutOfRangeException(name, node, $"Node should be one of the graph's {graph.NodeCount} nodes, counted from 0.");
    }
}
