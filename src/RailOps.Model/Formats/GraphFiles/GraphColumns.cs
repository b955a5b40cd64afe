using System.Collections.Immutable;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>The columns that a table of a graph may have, and where those of one file stand.</summary>
internal sealed class GraphColumns
{
    public const string Cost = "cost";
    public const string CostPrefix = "cost_";

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    private GraphColumns(int count) => Count = count;

    /// <summary>Number of columns.</summary>
    public int Count { get; }

    /// <summary>Columns of costs in their order; more than one only with names of resources.</summary>
    public ImmutableArray<string> CostColumns { get; private set; } = [];

    /// <summary>Names of the resources, one per cost column.</summary>
    public ImmutableArray<string> Resources => [.. CostColumns.Select(column => column == Cost ? Cost : column[CostPrefix.Length..])];

    /// <summary>True if the header has the column.</summary>
    public bool Has(string column) => _indexes.ContainsKey(column);

    /// <summary>Index of a column, or -1.</summary>
    public int IndexOf(string column) => _indexes.GetValueOrDefault(column, -1);

    /// <summary>Checks the header.</summary>
    /// <param name="file">The file as the user typed it.</param>
    /// <param name="cells">The first row.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="optional">Columns that may be there, beside those of costs.</param>
    /// <param name="problems">Where to report.</param>
    public static GraphColumns Read(string file, string[] cells, string[] required, string[] optional, ProblemList problems)
    {
        var columns = new GraphColumns(cells.Length);
        string[] known = [.. required, Cost, .. optional];
        for (var index = 0; index < cells.Length; index++)
            columns.Add(file, cells[index].Trim(), index, known, problems);
        var offered = cells.Select(cell => cell.Trim()).Where(cell => !known.Contains(cell, StringComparer.Ordinal)).ToList();
        foreach (var missing in required.Where(column => !columns.Has(column)))
        {
            var near = NearestMatch.Find(missing, offered);
            problems.Error(DataProblemCodes.MissingColumn, new(file, 1, missing), "", $"The table should have a column '{missing}', but the header has none.",
                near is null ? $"Write the header: {string.Join(',', required)}, then any of {string.Join(',', optional)},cost." : $"Maybe it is the one called '{near}'.");
        }

        columns.CheckCosts(file, problems);
        return columns;
    }

    private void Add(string file, string column, int index, string[] known, ProblemList problems)
    {
        var isCost = column.StartsWith(CostPrefix, StringComparison.Ordinal) && column.Length > CostPrefix.Length;
        if (!isCost && !known.Contains(column, StringComparer.Ordinal))
        {
            var near = NearestMatch.Find(column, known);
            problems.Error(DataProblemCodes.UnknownColumn, new(file, 1, column), column, $"The format has no column '{column}'.",
                near is null ? $"Remove it. Columns: {string.Join(", ", known)}, cost_<resource>." : $"Maybe '{near}'.");
        }
        else if (!_indexes.TryAdd(column, index))
        {
            problems.Error(DataProblemCodes.DuplicateColumn, new(file, 1, column), column,
                $"The column '{column}' should occur once, but it is also column {_indexes[column] + 1}.", "Remove one of the two.");
        }
        else if (isCost || column == Cost)
        {
            CostColumns = CostColumns.Add(column);
        }
    }

    private void CheckCosts(string file, ProblemList problems)
    {
        if (Has(Cost) && CostColumns.Length > 1)
        {
            problems.Error(DataProblemCodes.OneOf, new(file, 1, Cost), Cost, "The costs should be one column 'cost' or columns 'cost_<resource>', but the header has both.",
                "Name the resource of the column 'cost' too, for example 'cost_raids'.");
        }

        if (CostColumns.Length > GraphFileLimits.ResourceCount)
        {
            problems.Error(DataProblemCodes.OutOfRange, new(file, 1, CostColumns[^1]), "",
                $"There should be at most {GraphFileLimits.ResourceCount} resources, but there are {CostColumns.Length}.", "Leave out those that never bind.");
        }
    }
}
