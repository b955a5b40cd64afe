using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace RailOps.Model.Formats;

/// <summary>
/// Reads one table and checks every cell. Uses the parser of CsvHelper alone: mapping by reflection would cost more at the start
/// than all files together, and could not tell of every fault of a row.
/// </summary>
internal static class CsvTableReader
{
    /// <summary>Reads the rows; bad ones too, as far as they go.</summary>
    public static ImmutableArray<DataRecord> Read(TableDescription table, string file, string text, ProblemList problems)
    {
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, Configuration());
        if (!parser.Read())
        {
            problems.Error(DataProblemCodes.MissingColumn, new(file, 1, ""), "", "The table should have a header row, but the file is empty.",
                $"Write the header: {string.Join(',', table.Fields.Select(f => f.Name))}");
            return [];
        }

        var header = CsvHeader.Read(table, file, parser.Record ?? [], problems);
        return ReadRows(table, file, header, parser, problems);
    }

    private static CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture)
    {
        BadDataFound = null,
        IgnoreBlankLines = false,
        DetectDelimiter = false,
        Delimiter = ",",
        CountBytes = false,
    };

    private static ImmutableArray<DataRecord> ReadRows(
        TableDescription table, string file, CsvHeader header, CsvParser parser, ProblemList problems)
    {
        var rows = ImmutableArray.CreateBuilder<DataRecord>();
        var row = parser.RawRow + 1;
        for (; parser.Read(); row = parser.RawRow + 1)
        {
            var cells = parser.Record ?? [];
            if (cells is [] or [""])
                continue;

            if (rows.Count == DataLimits.RowCount)
            {
                problems.Error(DataProblemCodes.TooManyRows, new(file, row, ""), "",
                    $"A table should have at most {DataLimits.RowCount} rows, but this one has more; the rest was not read.",
                    "Split the network, or remove rows that nothing uses.");
                break;
            }

            CheckShape(file, header, cells, parser.RawRecord, row, problems);
            var record = new CsvRecord(table, file, header, cells, row);
            RecordCheck.Run(record, problems);
            rows.Add(record);
        }

        return rows.DrainToImmutable();
    }

    private static void CheckShape(string file, CsvHeader header, string[] cells, string raw, int row, ProblemList problems)
    {
        if (raw.AsSpan().Count('"') % 2 != 0)
        {
            problems.Error(DataProblemCodes.BadQuotes, new(file, row, ""), "",
                "A quotation mark should be closed in the same cell, but the row has an odd number of them.",
                "Close the cell with \"; inside a quoted cell write \"\" for a quotation mark.");
        }

        if (cells.Length != header.Count)
        {
            problems.Error(DataProblemCodes.CellCount, new(file, row, ""), cells.Length.ToString(CultureInfo.InvariantCulture),
                $"The row should have {header.Count} cells as the header has, but it has {cells.Length}.",
                cells.Length > header.Count ? "Put a cell that holds a comma in quotation marks." : "Add the missing commas.");
        }
    }
}
