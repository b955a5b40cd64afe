using System.Collections.Immutable;
using RailOps.Model.Formats;

namespace RailOps.Analysis.GraphFiles;

/// <summary>Finds the nodes where flow begins and ends.</summary>
/// <param name="Sources">Node ids, ascending as asked for.</param>
/// <param name="Sinks">Node ids, none of them a source.</param>
internal sealed record GraphTerminals(ImmutableArray<int> Sources, ImmutableArray<int> Sinks)
{
    /// <summary>Looks the names up.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="sources">Names; empty: those that the file states.</param>
    /// <param name="sinks">Names; empty: those that the file states.</param>
    /// <param name="faults">Where to report.</param>
    public static GraphTerminals Find(NamedGraph graph, IReadOnlyList<string> sources, IReadOnlyList<string> sinks, List<GraphFault> faults)
    {
        var found = new GraphTerminals(
            Find(graph, sources.Count > 0 ? sources : graph.File.Sources, "source", faults),
            Find(graph, sinks.Count > 0 ? sinks : graph.File.Sinks, "sink", faults));
        foreach (var both in found.Sources.Intersect(found.Sinks))
        {
            faults.Add(new GraphFault("sink", "TERMINALS_OVERLAP", $"A sink should not be a source too, but '{graph.File.Nodes[both].Name}' is both.", "Name two different nodes."));
        }

        return found;
    }

    private static ImmutableArray<int> Find(NamedGraph graph, IReadOnlyList<string> names, string field, List<GraphFault> faults)
    {
        if (names.Count == 0)
            faults.Add(new GraphFault(field, "TERMINALS_MISSING", $"The {field} should be named, but neither the question nor the file names one.", $"Add --{field} NODE."));
        var found = ImmutableArray.CreateBuilder<int>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (graph.NodeOf(name) is >= 0 and var node)
                found.Add(node);
            else
                faults.Add(Unknown(graph, name, field));
        }

        return found.ToImmutable();
    }

    private static GraphFault Unknown(NamedGraph graph, string name, string field)
    {
        var near = NearestMatch.Find(name, graph.File.Nodes.Select(node => node.Name));
        return new GraphFault(field, "NODE_UNKNOWN", $"The {field} should be a node of the graph, but no edge ends at '{name}'.", near is null ? "Check the name; upper and lower case differ." : $"Maybe '{near}'.");
    }
}
