using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>The tables of some folders, as records.</summary>
internal sealed class TableSet
{
    private readonly Dictionary<TableDescription, ImmutableArray<DataRecord>> _records = [];

    /// <summary>Rows of a table that was read.</summary>
    public ImmutableArray<DataRecord> this[TableDescription table] => _records[table];

    /// <summary>Takes a table as empty, because its folder is missing.</summary>
    public void SetEmpty(TableDescription table) => _records[table] = [];

    /// <summary>Reads a table.</summary>
    /// <param name="folder">The folder <c>networks</c>.</param>
    /// <param name="table">The table; its name is relative to <paramref name="under"/>.</param>
    /// <param name="under">Empty, or a folder with a slash at the end.</param>
    /// <param name="problems">Where to report.</param>
    /// <returns>False if there is no such file or it cannot be read; the table then has no rows.</returns>
    public bool Read(DataFolder folder, TableDescription table, string under, ProblemList problems)
    {
        var file = under + table.Name;
        var text = folder.Read(file);
        _records[table] = text is null ? [] : CsvTableReader.Read(table, file, text, problems);
        return text is not null;
    }
}
