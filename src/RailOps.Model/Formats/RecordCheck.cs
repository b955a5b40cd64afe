namespace RailOps.Model.Formats;

/// <summary>Checks a record against its description: each field, then the groups of fields. References are checked later.</summary>
internal static class RecordCheck
{
    public static void Run(DataRecord record, ProblemList problems)
    {
        foreach (var field in record.Table.Fields)
        {
            if (field.Nested is null && record.Has(field.Name))
                FieldCheck.Run(record, field, problems);
        }

        foreach (var prefix in record.Table.RangePrefixes)
            CheckRange(record, prefix, problems);

        CheckWindow(record, problems);
    }

    private static void CheckRange(DataRecord record, string prefix, ProblemList problems)
    {
        var (low, best, high) = (record.Text(prefix + "low"), record.Text(prefix + "best"), record.Text(prefix + "high"));
        var isComplete = low.Length == 0 == (high.Length == 0) && (best.Length > 0 || low.Length == 0);
        var isToldAlready = best.Length == 0 && record.Table.Find(prefix + "best") is { IsRequired: true };
        if (!isComplete && !isToldAlready)
        {
            var blank = best.Length == 0 ? "best" : low.Length == 0 ? "low" : "high";
            problems.Error(DataProblemCodes.IncompleteRange, record.At(prefix + blank), "",
                $"low, best and high should be stated together, or best alone, but '{prefix}{blank}' is blank (low {Shown(low)}, best {Shown(best)}, high {Shown(high)}).",
                $"State '{prefix}{blank}'.");
        }

        if (record.Range(prefix) is not { } range || (range.Low <= range.Best && range.Best <= range.High))
            return;

        var wrong = range.Low > range.Best ? "low" : "high";
        problems.Error(DataProblemCodes.RangeOrder, record.At(prefix + wrong), record.Text(prefix + wrong),
            $"low, best and high should rise, but they are {range.Low}, {range.Best} and {range.High}.", "Sort the three values.");
    }

    private static void CheckWindow(DataRecord record, ProblemList problems)
    {
        if (record.Table.Window is not { } names || record.Window() is not ({ } from, { } to) || from < to)
            return;

        problems.Error(DataProblemCodes.EmptyWindow, record.At(names.To), record.Text(names.To),
            $"'{names.To}' is the first day after the window and should be later than '{names.From}' ({from:yyyy-MM-dd}), but it is {to:yyyy-MM-dd}.",
            "Exchange the two dates, or add a day to the end.");
    }

    private static string Shown(string text) => text.Length == 0 ? "blank" : text;
}
