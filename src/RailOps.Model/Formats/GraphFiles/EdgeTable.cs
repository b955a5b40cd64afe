using System.Collections.Immutable;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>Reads the table of arcs and edges.</summary>
internal sealed class EdgeTable(NodeNames nodes, bool isDirectedByDefault, ProblemList problems)
{
    private static readonly string[] Required = ["from", "to", GraphCells.CapacityColumn];
    private static readonly string[] Optional = ["id", GraphCells.ResidualColumn, "directed", GraphCells.ProtectColumn];
    private readonly EdgeIds _ids = new();
    private int _stoppedAt = -1;

    /// <summary>Resources of the cost columns.</summary>
    public ImmutableArray<string> Resources { get; private set; } = [];

    /// <summary>The edges; those of bad rows as far as they go.</summary>
    public ImmutableArray<GraphFileEdge> Read(string file, string text)
    {
        if (GraphTable.Open(file, text, Required, Optional, problems) is not { } table)
            return [];
        Resources = table.Columns.Resources;
        var edges = ImmutableArray.CreateBuilder<GraphFileEdge>();
        foreach (var row in table.Rows(GraphFileLimits.ArcCount))
            edges.Add(Edge(row));
        if (edges.Count == 0)
            problems.Error(DataProblemCodes.MissingValue, new(file, null, ""), "", "The table should have an edge or more, but has only a header.", "Write one row per edge.");
        for (var index = 0; index < edges.Count; index++)
        {
            if (edges[index].Id.Length == 0)
                edges[index] = edges[index] with { Id = _ids.Make(nodes.All[edges[index].From], nodes.All[edges[index].To]) };
        }

        return edges.DrainToImmutable();
    }

    private GraphFileEdge Edge(GraphRow row)
    {
        var (from, to) = (Node(row, "from"), Node(row, "to"));
        if (from == to && row.Text("from").Length > 0)
        {
            problems.Error(DataProblemCodes.SelfLink, row.At("to"), row.Text("to"), $"An edge should join two nodes, but both ends are '{row.Text("to")}'.",
                "Remove the row, which can never matter, or mend one of its ends.");
        }

        var capacity = row.Capacity(GraphCells.CapacityColumn);
        return new GraphFileEdge(
            Id(row), from, to, capacity, row.Flag("directed", isDirectedByDefault), row.Costs(), row.Residual(capacity), row.ProtectCost());
    }

    private int Node(GraphRow row, string column)
    {
        var name = row.Name(column);
        if (nodes.All.Count >= GraphFileLimits.NodeCount && nodes.IndexOf(name) < 0)
        {
            if (_stoppedAt++ < 0)
                problems.Error(DataProblemCodes.TooManyRows, row.At(column), name, $"A graph should have at most {GraphFileLimits.NodeCount:#,0} nodes, but has more.", "Leave out what cannot matter.");
            return 0;
        }

        return nodes.Add(name);
    }

    private string Id(GraphRow row)
    {
        var id = row.Text("id");
        if (id.Length == 0)
            return "";
        row.Name("id");
        if (_ids.Take(id, row.At("id").Row ?? 0) is { } earlier)
            problems.Error(DataProblemCodes.DuplicateId, row.At("id"), id, $"'id' should be unique, but '{id}' stands in row {earlier} too.", "Rename one, or leave the cell blank.");
        return id;
    }
}
