using System.Collections.Immutable;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>Reads the table of what nodes let through and what attacks on them cost.</summary>
internal sealed class NodeTable(NodeNames nodes, ProblemList problems)
{
    private static readonly string[] Required = ["node", GraphCells.CapacityColumn];
    private static readonly string[] Optional = [GraphCells.ResidualColumn, GraphCells.ProtectColumn];
    private readonly Dictionary<int, int?> _rows = [];

    /// <summary>Resources of the cost columns.</summary>
    public ImmutableArray<string> Resources { get; private set; } = [];

    /// <summary>What the table says of nodes, by index; nodes that it does not name are not there.</summary>
    /// <param name="file">The file as the user typed it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="edgeFile">The file that names the nodes.</param>
    public Dictionary<int, GraphFileNode> Read(string file, string text, string edgeFile)
    {
        var found = new Dictionary<int, GraphFileNode>();
        if (GraphTable.Open(file, text, Required, Optional, problems) is not { } table)
            return found;
        Resources = table.Columns.Resources;
        foreach (var row in table.Rows(GraphFileLimits.NodeCount))
        {
            var capacity = row.Capacity(GraphCells.CapacityColumn);
            var node = new GraphFileNode(row.Name("node"), capacity, row.Costs(), row.Residual(capacity), row.ProtectCost());
            if (node.Name.Length > 0 && Index(row, node.Name, edgeFile) is { } index)
                found[index] = node;
        }

        return found;
    }

    private int? Index(GraphRow row, string name, string edgeFile)
    {
        var index = nodes.IndexOf(name);
        if (index < 0)
        {
            var near = nodes.Nearest(name);
            problems.Error(DataProblemCodes.UnknownReference, row.At("node"), name, $"'node' should be an end of an edge in '{edgeFile}', but none ends at '{name}'.",
                near is null ? "Remove the row, or add the edges." : $"Maybe '{near}'.");
            return null;
        }

        if (_rows.TryAdd(index, row.At("node").Row))
            return index;
        problems.Error(DataProblemCodes.DuplicateId, row.At("node"), name, $"A node should have one row, but '{name}' stands in row {_rows[index]} too.", "Remove one of the two.");
        return null;
    }
}
