namespace RailOps.Model.Formats;

/// <summary>Tells of rows about the same thing whose windows overlap.</summary>
internal static class WindowOverlapCheck
{
    /// <param name="records">Rows with a window.</param>
    /// <param name="keyOf">What a row is about, in words that are unique to it.</param>
    /// <param name="problems">Where to report.</param>
    public static void Run(IEnumerable<DataRecord> records, Func<DataRecord, string> keyOf, ProblemList problems)
    {
        foreach (var group in records.GroupBy(keyOf, StringComparer.Ordinal))
            CheckGroup(group.Key, [.. group], problems);
    }

    /// <summary>After sorting, some rows overlap if and only if one begins before the latest end so far.</summary>
    private static void CheckGroup(string key, DataRecord[] rows, ProblemList problems)
    {
        if (rows.Length < 2)
            return;

        Array.Sort(rows, static (a, b) => (From(a), LineOf(a)).CompareTo((From(b), LineOf(b))));
        var latest = rows[0];
        foreach (var row in rows.Skip(1))
        {
            if (From(row) < To(latest))
                Report(key, latest, row, problems);

            latest = To(row) > To(latest) ? row : latest;
        }
    }

    private static void Report(string key, DataRecord a, DataRecord b, ProblemList problems)
    {
        var (first, second) = LineOf(a) < LineOf(b) ? (a, b) : (b, a);
        var names = second.Table.Window!.Value;
        problems.Error(DataProblemCodes.OverlappingWindows, second.At(names.From), second.Text(names.From),
            $"Windows of '{key}' should not overlap, but {Shown(second)} overlaps {Shown(first)} of line {LineOf(first)}.",
            $"End the earlier window on the day on which the later one begins ('{names.To}' is the first day after a window).");
    }

    private static DateOnly From(DataRecord record) => record.Window().From ?? DateOnly.MinValue;

    private static DateOnly To(DataRecord record) => record.Window().To ?? DateOnly.MaxValue;

    private static int LineOf(DataRecord record) => record.At(record.Table.Window!.Value.From).Row ?? 0;

    private static string Shown(DataRecord record)
    {
        var (from, to) = record.Window();
        return $"{(from is null ? "the beginning" : $"{from:yyyy-MM-dd}")} to {(to is null ? "the end" : $"{to:yyyy-MM-dd}")}";
    }
}
