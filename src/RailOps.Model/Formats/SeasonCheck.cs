using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>Checks that the windows of each season cover every day of a leap year exactly once.</summary>
internal static class SeasonCheck
{
    private static readonly ImmutableArray<DateOnly> Days = [.. Enumerable.Range(0, 366).Select(i => new DateOnly(2000, 1, 1).AddDays(i))];

    public static void Run(ImmutableArray<DataRecord> rows, ProblemList problems)
    {
        foreach (var season in rows.GroupBy(r => r.Text("season_id"), StringComparer.Ordinal))
        {
            var windows = season.Select(r => (Row: r, From: Key(r, "from_month_day"), To: Key(r, "to_month_day"))).ToArray();
            if (windows.All(w => w.From is not null && w.To is not null))
                CheckSeason(season.Key, windows, problems);
        }
    }

    private static void CheckSeason(string season, (DataRecord Row, int? From, int? To)[] windows, ProblemList problems)
    {
        var lastCount = 1;
        foreach (var day in Days)
        {
            var key = (day.Month * 100) + day.Day;
            var covering = windows.Where(w => w.From <= w.To ? w.From <= key && key <= w.To : key >= w.From || key <= w.To).ToArray();
            if (covering.Length != lastCount && covering.Length == 0)
                ReportGap(season, day, windows[^1].Row, problems);
            else if (covering.Length > Math.Max(lastCount, 1))
                ReportOverlap(season, day, covering[^2].Row, covering[^1].Row, problems);

            lastCount = covering.Length;
        }
    }

    private static void ReportGap(string season, DateOnly day, DataRecord row, ProblemList problems) =>
        problems.Error(DataProblemCodes.SeasonGap, row.At("to_month_day"), row.Text("to_month_day"),
            $"The windows of season '{season}' should cover the year, but none covers {day:MM-dd}.",
            day is { Month: 2, Day: 29 } ? "End the window before it on 02-31, which stands for the end of February." : $"Add a window that begins on {day:MM-dd}, or lengthen the one before it.");

    private static void ReportOverlap(string season, DateOnly day, DataRecord first, DataRecord second, ProblemList problems) =>
        problems.Error(DataProblemCodes.SeasonOverlap, second.At("from_month_day"), second.Text("from_month_day"),
            $"The windows of season '{season}' should not overlap, but lines {first.At("").Row} and {second.At("").Row} both cover {day:MM-dd}.",
            "Both days of a window are inclusive: end one on the day before the other begins.");

    private static int? Key(DataRecord row, string field) => FieldText.MonthDay(row.Text(field)) is { } day ? (day.Month * 100) + day.Day : null;
}
