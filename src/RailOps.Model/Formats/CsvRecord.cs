using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>One row of a table.</summary>
internal sealed class CsvRecord(TableDescription table, string file, CsvHeader header, string[] cells, int row) : DataRecord(table)
{
    public override string Text(string field)
    {
        var index = header.IndexOf(field);
        return index >= 0 && index < cells.Length ? cells[index].Trim() : "";
    }

    public override ImmutableArray<string> Ids(string field)
    {
        var text = Text(field);
        return text.Length == 0 ? [] : [.. text.Split(';', StringSplitOptions.TrimEntries)];
    }

    public override Place At(string field) => new(file, row, field);

    public override bool Has(string field) => header.IndexOf(field) >= 0;
}
