using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>Checks what the quantity of a figure asks of it.</summary>
internal static class ValueCheck
{
    private const decimal MostTracks = 8;
    private const decimal NarrowestGaugeMm = 500;
    private const decimal WidestGaugeMm = 2200;

    public static void Run(ImmutableArray<DataRecord> values, ProblemList problems)
    {
        foreach (var row in values)
        {
            if (row.Text("quantity") == "track_count")
                CheckTracks(row, problems);
            else if (row.Text("quantity") == "gauge_mm")
                CheckRange(row, NarrowestGaugeMm, WidestGaugeMm, "mm", problems);
        }
    }

    private static void CheckTracks(DataRecord row, ProblemList problems)
    {
        CheckRange(row, 0, MostTracks, "tracks", problems);
        foreach (var field in new[] { "low", "best", "high" })
        {
            if (row.Number(field) is { } tracks && tracks != decimal.Truncate(tracks))
            {
                problems.Error(DataProblemCodes.NotWhole, row.At(field), row.Text(field), $"'track_count' should be a whole number, but '{field}' is {row.Text(field)}.",
                    "State the tracks that trains could use on those dates; split the link where the number changes.");
            }
        }
    }

    private static void CheckRange(DataRecord row, decimal least, decimal most, string unit, ProblemList problems)
    {
        if (row.Number("best") is { } value && value >= 0 && (value < least || value > most))
        {
            problems.Error(DataProblemCodes.OutOfRange, row.At("best"), row.Text("best"),
                $"'{row.Text("quantity")}' should be from {least} to {most} {unit}, but is {row.Text("best")}.", "Check the value and its unit.");
        }
    }
}
