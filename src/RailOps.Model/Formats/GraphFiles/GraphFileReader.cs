using System.Collections.Immutable;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>
/// Reads graphs that users bring: CSV tables of edges and nodes, or the maximum-flow format of the first DIMACS challenge. Reports
/// every fault of the files at once, never only the first. Formats: docs/guide/graphs.md.
/// </summary>
public static class GraphFileReader
{
    /// <summary>Reads a table of edges, and one of nodes if there is one.</summary>
    /// <param name="edges">File of the edges as the user typed it; problems name it so.</param>
    /// <param name="nodes">File of the nodes as the user typed it, or null.</param>
    /// <param name="folder">Folder that relative names count from.</param>
    /// <param name="isDirectedByDefault">What a row is that does not say.</param>
    public static GraphFileResult ReadCsv(string edges, string? nodes, string folder, bool isDirectedByDefault)
    {
        var problems = new ProblemList();
        var names = new NodeNames();
        var edgeTable = new EdgeTable(names, isDirectedByDefault, problems);
        var nodeTable = new NodeTable(names, problems);
        var edgeText = GraphFileText.Read(Path.GetFullPath(edges, folder), edges, problems);
        var nodeText = nodes is null ? null : GraphFileText.Read(Path.GetFullPath(nodes, folder), nodes, problems);
        ImmutableArray<GraphFileEdge> read = edgeText is null ? [] : edgeTable.Read(edges, edgeText);
        Dictionary<int, GraphFileNode> stated = edgeText is null || nodeText is null ? [] : nodeTable.Read(nodes!, nodeText, edges);
        var resources = Resources(edgeTable.Resources, nodeTable.Resources, nodes ?? "", problems);
        if (problems.HasErrors)
            return new GraphFileResult(null, problems.ToSorted());
        var all = names.All.Select((name, index) => stated.GetValueOrDefault(index) ?? new GraphFileNode(name, null, [], 0, null));
        return new GraphFileResult(new GraphFile([.. all], read, resources, [], []), problems.ToSorted());
    }

    /// <summary>Reads a file in the DIMACS maximum-flow format: lines <c>p max</c>, <c>n</c>, <c>a</c> and comments.</summary>
    /// <param name="file">The file as the user typed it.</param>
    /// <param name="folder">Folder that a relative name counts from.</param>
    public static GraphFileResult ReadDimacs(string file, string folder)
    {
        var problems = new ProblemList();
        var text = GraphFileText.Read(Path.GetFullPath(file, folder), file, problems);
        var graph = text is null ? null : new DimacsFile(file, problems).Read(text);
        return new GraphFileResult(problems.HasErrors ? null : graph, problems.ToSorted());
    }

    private static ImmutableArray<string> Resources(
        ImmutableArray<string> ofEdges, ImmutableArray<string> ofNodes, string nodes, ProblemList problems)
    {
        if (ofEdges.IsEmpty || ofNodes.IsEmpty)
            return ofEdges.IsEmpty ? ofNodes : ofEdges;
        if (!ofEdges.SequenceEqual(ofNodes, StringComparer.Ordinal))
        {
            problems.Error(DataProblemCodes.OneOf, new(nodes, 1, ""), string.Join(", ", ofNodes),
                $"Edges and nodes should have the same cost columns in the same order, but they are of {string.Join(", ", ofEdges)} and of {string.Join(", ", ofNodes)}.",
                "Give both tables the same columns; leave a row's costs blank if it cannot be attacked.");
        }

        return ofEdges;
    }
}
