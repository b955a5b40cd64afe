namespace RailOps.Model.Formats;

/// <summary>Where each column of a table stands.</summary>
internal sealed class CsvHeader
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    private CsvHeader(int count) => Count = count;

    /// <summary>Number of columns.</summary>
    public int Count { get; }

    /// <summary>Index of a column, or -1.</summary>
    public int IndexOf(string column) => _indexes.GetValueOrDefault(column, -1);

    /// <summary>Checks the first row against the description.</summary>
    public static CsvHeader Read(TableDescription table, string file, string[] cells, ProblemList problems)
    {
        var header = new CsvHeader(cells.Length);
        for (var i = 0; i < cells.Length; i++)
            header.Add(table, file, cells[i].Trim(), i, problems);

        foreach (var field in table.Fields.Where(f => header.IndexOf(f.Name) < 0))
        {
            problems.Error(DataProblemCodes.MissingColumn, new(file, 1, field.Name), "",
                $"The table should have a column '{field.Name}' ({field.Meaning}), but the header has none.",
                $"Add it to the header, and a cell to every row; a cell may be blank{(field.IsRequired ? " only where the value is not required" : "")}.");
        }

        return header;
    }

    private void Add(TableDescription table, string file, string column, int index, ProblemList problems)
    {
        if (table.Find(column) is null)
        {
            var near = NearestMatch.Find(column, table.Fields.Select(f => f.Name));
            problems.Error(DataProblemCodes.UnknownColumn, new(file, 1, column), column, $"The format has no column '{column}'.",
                near is null ? $"Remove it. Columns: {string.Join(", ", table.Fields.Select(f => f.Name))}." : $"Maybe '{near}'.");
        }
        else if (!_indexes.TryAdd(column, index))
        {
            problems.Error(DataProblemCodes.DuplicateColumn, new(file, 1, column), column,
                $"The column '{column}' should occur once, but it is also column {_indexes[column] + 1}.", "Remove one of the two.");
        }
    }
}
