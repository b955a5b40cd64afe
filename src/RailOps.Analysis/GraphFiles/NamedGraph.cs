using System.Collections.Immutable;
using RailOps.Model.Formats.GraphFiles;
using RailOps.Solvers.Graphs;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Results;

namespace RailOps.Analysis.GraphFiles;

/// <summary>
/// A graph file as a solver's graph in whole units, and the way back from its ids to names and amounts. Node i of the graph is node i
/// of the file, arc i is edge i. Immutable.
/// </summary>
public sealed class NamedGraph
{
    private readonly Dictionary<string, int> _nodes;

    private NamedGraph(GraphFile file, AmountScale scale)
    {
        (File, Scale) = (file, scale);
        _nodes = file.Nodes.Select((node, index) => (node.Name, index)).ToDictionary(StringComparer.Ordinal);
        Graph = Build(file, scale);
    }

    /// <summary>The file.</summary>
    public GraphFile File { get; }

    /// <summary>Flow units of the solver in an amount of the file.</summary>
    public AmountScale Scale { get; }

    /// <summary>The graph before any attack.</summary>
    public FlowGraph Graph { get; }

    /// <summary>What can be attacked: edges in the order of the file, then nodes.</summary>
    public IEnumerable<AttackElement> Attackable =>
        Enumerable.Range(0, File.Edges.Length).Where(edge => !File.Edges[edge].Costs.IsEmpty).Select(AttackElement.Arc)
            .Concat(Enumerable.Range(0, File.Nodes.Length).Where(node => !File.Nodes[node].Costs.IsEmpty).Select(AttackElement.Node));

    /// <summary>Makes the graph, or says why its numbers do not fit.</summary>
    public static GraphOutcome<NamedGraph> Of(GraphFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var amounts = Amounts(file).ToList();
        var scale = AmountScale.Of(amounts);
        var isTooLarge = amounts.Exists(amount => amount * scale.UnitsPerAmount > FlowGraph.LargestTotal);
        var graph = isTooLarge ? null : new NamedGraph(file, scale);
        return graph is { Graph.IsInRange: true } ? new GraphOutcome<NamedGraph>(graph, []) : new GraphOutcome<NamedGraph>(null, [TooLarge(scale)]);
    }

    /// <summary>Index of a node by name, or -1.</summary>
    public int NodeOf(string name) => _nodes.GetValueOrDefault(name, -1);

    /// <summary>An amount of the file; null: unlimited.</summary>
    public decimal? Amount(long units) => units == FlowGraph.Unlimited ? null : Scale.ToAmount(units);

    /// <summary>An arc or node by name.</summary>
    public GraphPlace Place(AttackElement element)
    {
        if (element.IsNode)
            return new GraphPlace(IsNode: true, File.Nodes[element.Id].Name, File.Nodes[element.Id].Name, File.Nodes[element.Id].Name, IsDirected: true);
        var edge = File.Edges[element.Id];
        return new GraphPlace(IsNode: false, edge.Id, File.Nodes[edge.From].Name, File.Nodes[edge.To].Name, edge.IsDirected);
    }

    /// <summary>A cut by name.</summary>
    /// <param name="cut">The cut.</param>
    /// <param name="left">Capacity left of what is attacked, in units.</param>
    public GraphCut CutOf(NodeCut cut, IReadOnlyDictionary<AttackElement, long> left)
    {
        ArgumentNullException.ThrowIfNull(cut);
        ArgumentNullException.ThrowIfNull(left);
        var passes = cut.SourceSide.ToArray();
        foreach (var node in cut.CutNodes)
            passes[node] = false;
        var arcs = Enumerable.Range(0, Graph.ArcCount).Where(arc => Crosses(arc, cut, passes)).Select(AttackElement.Arc);
        var places = arcs.Concat(cut.CutNodes.Select(AttackElement.Node)).Select(Cut).Where(place => place.Capacity > 0 || place.IsAttacked);
        var sourceSide = Enumerable.Range(0, Graph.NodeCount).Where(node => cut.SourceSide[node]).Select(node => File.Nodes[node].Name);
        return new GraphCut(Scale.ToAmount(cut.Capacity), [.. places], [.. sourceSide]);

        GraphCutPlace Cut(AttackElement element)
        {
            var isAttacked = left.TryGetValue(element, out var residual);
            var capacity = element.IsNode ? Graph.NodeCapacity(element.Id) : Graph.Capacity(element.Id);
            return new GraphCutPlace(Place(element), Scale.ToAmount(isAttacked ? residual : capacity), isAttacked);
        }
    }

    private bool Crosses(int arc, NodeCut cut, bool[] passes)
    {
        var (tail, head) = (Graph.Tail(arc), Graph.Head(arc));
        return (passes[tail] && !cut.SourceSide[head]) || (!Graph.IsDirected(arc) && passes[head] && !cut.SourceSide[tail]);
    }

    private static FlowGraph Build(GraphFile file, AmountScale scale)
    {
        var builder = new FlowGraphBuilder();
        builder.AddNodes(file.Nodes.Length);
        foreach (var edge in file.Edges)
        {
            var capacity = edge.Capacity is { } amount ? scale.ToUnits(amount) : FlowGraph.Unlimited;
            if (edge.IsDirected)
                builder.AddArc(edge.From, edge.To, capacity);
            else
                builder.AddEdge(edge.From, edge.To, capacity);
        }

        for (var node = 0; node < file.Nodes.Length; node++)
        {
            if (file.Nodes[node].Capacity is { } amount)
                builder.SetNodeCapacity(node, scale.ToUnits(amount));
        }

        return builder.Build();
    }

    private static IEnumerable<decimal> Amounts(GraphFile file) =>
        file.Edges.Select(edge => edge.Capacity ?? 0).Concat(file.Edges.Select(edge => edge.Residual))
            .Concat(file.Nodes.Select(node => node.Capacity ?? 0)).Concat(file.Nodes.Select(node => node.Residual));

    private static GraphFault TooLarge(AmountScale scale)
    {
        var step = scale.DecimalPlaces == 0 ? "" : $", in steps of the last decimal place used (10^-{scale.DecimalPlaces}),";
        return new GraphFault("graph", "OUT_OF_RANGE",
            $"The capacities of all edges, both ways, and nodes together should be at most 2^58 (288,230,376,151,711,744){step} to stay exact, but are more.",
            scale.DecimalPlaces == 0 ? "Use a larger unit, or leave capacities that cannot bind blank (unlimited)." : "Round the capacities, use a larger unit, or leave those that cannot bind blank (unlimited).");
    }
}
