using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>One CSV table of a graph, row by row.</summary>
internal sealed class GraphTable
{
    private readonly string _file;
    private readonly string _text;
    private readonly ProblemList _problems;

    private GraphTable(string file, string text, GraphColumns columns, ProblemList problems) =>
        (_file, _text, Columns, _problems) = (file, text, columns, problems);

    /// <summary>The header.</summary>
    public GraphColumns Columns { get; }

    /// <summary>Reads the header; null if the file is empty, which has been reported.</summary>
    public static GraphTable? Open(string file, string text, string[] required, string[] optional, ProblemList problems)
    {
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, Configuration());
        if (parser.Read())
            return new GraphTable(file, text, GraphColumns.Read(file, parser.Record ?? [], required, optional, problems), problems);
        problems.Error(DataProblemCodes.MissingColumn, new(file, 1, ""), "", "The table should have a header row, but the file is empty.",
            $"Write the header: {string.Join(',', required)}");
        return null;
    }

    /// <summary>The rows, bad ones too, as far as they go.</summary>
    /// <param name="most">Rows to read at most; the rest is reported.</param>
    public IEnumerable<GraphRow> Rows(int most)
    {
        using var reader = new StringReader(_text);
        using var parser = new CsvParser(reader, Configuration());
        parser.Read();
        var count = 0;
        for (var row = parser.RawRow + 1; parser.Read(); row = parser.RawRow + 1)
        {
            var cells = parser.Record ?? [];
            if (cells is [] or [""])
                continue;
            if (count++ == most)
            {
                _problems.Error(DataProblemCodes.TooManyRows, new(_file, row, ""), "",
                    $"The table should have at most {most.ToString("#,0", CultureInfo.InvariantCulture)} rows, but has more; the rest was not read.", "Leave out what cannot matter.");
                yield break;
            }

            CheckShape(cells, parser.RawRecord, row);
            yield return new GraphRow(_file, row, Columns, cells, _problems);
        }
    }

    private static CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture)
    {
        BadDataFound = null,
        IgnoreBlankLines = false,
        DetectDelimiter = false,
        Delimiter = ",",
        CountBytes = false,
    };

    private void CheckShape(string[] cells, string raw, int row)
    {
        if (raw.AsSpan().Count('"') % 2 != 0)
        {
            _problems.Error(DataProblemCodes.BadQuotes, new(_file, row, ""), "",
                "A quotation mark should be closed in the same cell, but the row has an odd number of them.",
                "Close the cell with \"; inside a quoted cell write \"\" for a quotation mark.");
        }

        if (cells.Length != Columns.Count)
        {
            _problems.Error(DataProblemCodes.CellCount, new(_file, row, ""), cells.Length.ToString(CultureInfo.InvariantCulture),
                $"The row should have {Columns.Count} cells as the header has, but it has {cells.Length}.",
                cells.Length > Columns.Count ? "Put a cell that holds a comma in quotation marks; write numbers without thousand separators." : "Add the missing commas.");
        }
    }
}
