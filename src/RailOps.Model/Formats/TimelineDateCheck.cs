namespace RailOps.Model.Formats;

/// <summary>
/// Checks that the dates of a timeline are in order and that nothing in it lies wholly outside its dates. A window may begin before the
/// timeline and end after it, as long as one day of it can be asked for.
/// </summary>
internal static class TimelineDateCheck
{
    public static void Run(DataRecord timeline, ProblemList problems)
    {
        if (timeline.Date("start_date") is not { } start || timeline.Date("end_date") is not { } end)
            return;

        if (start > end)
        {
            problems.Error(DataProblemCodes.DateOutside, timeline.At("end_date"), timeline.Text("end_date"),
                $"'end_date' should not be before 'start_date' ({start:yyyy-MM-dd}), but is {end:yyyy-MM-dd}.", "Exchange the two dates.");
            return;
        }

        if (timeline.Date("default_date") is { } preset && (preset < start || preset > end))
            Report(timeline, "default_date", start, end, problems);

        foreach (var list in new[] { "sources", "fronts", "events", "attack_means" })
        {
            foreach (var record in timeline.Children(list))
                CheckWindow(record, start, end, problems);
        }

        foreach (var record in timeline.Children("optional_links").Concat(timeline.Children("control")).Where(r => r.Date("from") > end))
            Report(record, "from", start, end, problems);

        foreach (var front in timeline.Children("fronts"))
            CheckStrengths(front, start, end, problems);
    }

    private static void CheckWindow(DataRecord record, DateOnly start, DateOnly end, ProblemList problems)
    {
        var (from, to) = record.Window();
        if (from > end)
            Report(record, "from", start, end, problems);
        else if (to <= start)
            Report(record, "to", start, end, problems);
    }

    private static void CheckStrengths(DataRecord front, DateOnly start, DateOnly end, ProblemList problems)
    {
        var (from, to) = front.Window();
        var first = from > start ? from.Value : start;
        var strengths = front.Children("strength");
        for (var i = 0; i < strengths.Length; i++)
        {
            var date = strengths[i].Date("date");
            var next = i + 1 < strengths.Length ? strengths[i + 1].Date("date") : null;
            if (next <= date)
                ReportOrder(strengths[i + 1], date!.Value, problems);
            else if (date > end || date >= to || next <= first)
                ReportStrength(strengths[i], first, to is { } last && last <= end ? last.AddDays(-1) : end, problems);
        }
    }

    private static void ReportOrder(DataRecord strength, DateOnly before, ProblemList problems) =>
        problems.Error(DataProblemCodes.NotSorted, strength.At("date"), strength.Text("date"),
            $"The orders of battle of a front should rise by date, but {strength.Date("date"):yyyy-MM-dd} follows {before:yyyy-MM-dd}.", "Sort them; two of one date become one.");

    private static void ReportStrength(DataRecord strength, DateOnly start, DateOnly end, ProblemList problems) =>
        problems.Error(DataProblemCodes.DateOutside, strength.At("date"), strength.Text("date"),
            $"This order of battle should be in force on a day from {start:yyyy-MM-dd} to {end:yyyy-MM-dd}, when the front exists, but it begins on {strength.Date("date"):yyyy-MM-dd} and never is.",
            "Correct the date, or remove it.");

    private static void Report(DataRecord record, string field, DateOnly start, DateOnly end, ProblemList problems) =>
        problems.Error(DataProblemCodes.DateOutside, record.At(field), record.Text(field),
            $"'{field}' of a {record.Table.Name} should allow a day from {start:yyyy-MM-dd} to {end:yyyy-MM-dd}, the dates of the timeline, but is {record.Date(field):yyyy-MM-dd}.",
            "Correct the date, or the dates of the timeline.");
}
