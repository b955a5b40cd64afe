using System.Collections.Immutable;

namespace RailOps.Model.Formats.GraphFiles;

/// <summary>One row of a table. A bad cell is reported and then reads as if it were blank; only a file without errors is used.</summary>
internal sealed class GraphRow(string file, int row, GraphColumns columns, string[] cells, ProblemList problems)
{
    private static readonly string[] Yes = ["true", "yes", "1"];
    private static readonly string[] No = ["false", "no", "0"];

    /// <summary>Text without blanks around it; empty if there is no such column or cell.</summary>
    public string Text(string column)
    {
        var index = columns.IndexOf(column);
        return index >= 0 && index < cells.Length ? cells[index].Trim() : "";
    }

    /// <summary>Where a cell stands.</summary>
    public Place At(string column) => new(file, row, column);

    /// <summary>A name that must be stated; empty if it is not.</summary>
    public string Name(string column)
    {
        var text = Text(column);
        if (text.Length == 0 && columns.Has(column))
            problems.Error(DataProblemCodes.MissingValue, At(column), "", $"'{column}' should be stated, but is blank.", $"State '{column}'.");
        else if (text.Length > GraphFileLimits.NameLength)
            problems.Error(DataProblemCodes.BadId, At(column), text[..40] + "...", $"'{column}' should have at most {GraphFileLimits.NameLength} characters, but has {text.Length}.", "Shorten it.");
        return text;
    }

    /// <summary>A capacity; null: unlimited.</summary>
    public decimal? Capacity(string column) =>
        Text(column) is { } text && !text.Equals(GraphCells.Unlimited, StringComparison.OrdinalIgnoreCase) ? Number(column) : null;

    /// <summary>A number of 0 or more; null if blank or bad.</summary>
    public decimal? Number(string column) =>
        Text(column) is { Length: > 0 } text ? GraphCells.Number(text, At(column), problems) : null;

    /// <summary>Costs per resource; empty if all are blank.</summary>
    public ImmutableArray<decimal> Costs()
    {
        if (columns.CostColumns.All(column => Text(column).Length == 0))
            return [];
        foreach (var column in columns.CostColumns.Where(column => Text(column).Length == 0))
        {
            problems.Error(DataProblemCodes.MissingValue, At(column), "", $"'{column}' should be stated where another cost of the row is, but is blank.",
                "Write 0 if an attack takes none of it; leave all costs of the row blank if it cannot be attacked.");
        }

        return [.. columns.CostColumns.Select(column => Number(column) ?? 0)];
    }

    /// <summary>What an attack leaves, checked against the capacity; 0 if blank.</summary>
    public decimal Residual(decimal? capacity)
    {
        var residual = Number(GraphCells.ResidualColumn) ?? 0;
        if (residual <= capacity || capacity is null)
            return residual;
        problems.Error(DataProblemCodes.OutOfRange, At(GraphCells.ResidualColumn), Text(GraphCells.ResidualColumn),
            $"'{GraphCells.ResidualColumn}' should be at most the capacity, {capacity}, but is {residual}.", "An attack cannot add capacity. Maybe the two are exchanged.");
        return 0;
    }

    /// <summary>What protecting it costs: 1 if there is no such column, null if the cell is blank.</summary>
    public decimal? ProtectCost() => columns.Has(GraphCells.ProtectColumn) ? Number(GraphCells.ProtectColumn) : 1;

    /// <summary>Yes or no.</summary>
    public bool Flag(string column, bool whenBlank)
    {
        var text = Text(column).ToLowerInvariant();
        if (text.Length == 0)
            return whenBlank;
        if (Yes.Contains(text, StringComparer.Ordinal) || No.Contains(text, StringComparer.Ordinal))
            return Yes.Contains(text, StringComparer.Ordinal);
        var near = NearestMatch.Find(text, [.. Yes, .. No]);
        problems.Error(DataProblemCodes.UnknownValue, At(column), Text(column), $"'{column}' should be true, false, yes, no, 1 or 0, but is '{Text(column)}'.",
            near is null ? "Write true for one way, false for both ways." : $"Maybe '{near}'.");
        return whenBlank;
    }
}
