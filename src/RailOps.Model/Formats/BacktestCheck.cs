using System.Collections.Immutable;
using RailOps.Model.Backtests;

namespace RailOps.Model.Formats;

/// <summary>Checks one case: its timeline, side, front and day exist, it states what its question reads and nothing else, and its role fits its grade.</summary>
internal static class BacktestCheck
{
    private static readonly ImmutableArray<(BacktestNeeds Need, string Field, string What)> Cells =
    [
        (BacktestNeeds.Section, "from_id", "a station"),
        (BacktestNeeds.Section, "to_id", "a station"),
        (BacktestNeeds.Amount, "amount_best", "how many"),
        (BacktestNeeds.Haul, "haul_km", "a distance in km"),
    ];

    /// <param name="row">The case.</param>
    /// <param name="timelines">Timelines that could be read.</param>
    /// <param name="faulty">Names of files of timelines whose contents cannot be trusted: nothing is said about references to them.</param>
    /// <param name="problems">Where to report.</param>
    public static void Run(DataRecord row, ImmutableArray<DataRecord> timelines, ImmutableHashSet<string> faulty, ProblemList problems)
    {
        CheckPlace(row, timelines, faulty, problems);
        CheckRole(row, problems);
        if (BacktestQuestions.Find(row.Text("question")) is { } question)
            CheckCells(row, question, problems);
        if (row.Text("from_id") is { Length: > 0 } from && from == row.Text("to_id"))
            problems.Error(DataProblemCodes.SelfLink, row.At("to_id"), from, $"A section should join two stations, but both ends are '{from}'.", "Correct one of the ends.");
    }

    private static void CheckPlace(DataRecord row, ImmutableArray<DataRecord> timelines, ImmutableHashSet<string> faulty, ProblemList problems)
    {
        var id = row.Text("timeline");
        if (id.Length == 0 || faulty.Contains(id))
            return;
        if (timelines.FirstOrDefault(t => t.Text("id") == id) is not { } timeline)
        {
            ReportUnknown(row, "timeline", "a timeline", timelines.Select(t => t.Text("id")), problems);
            return;
        }

        var sides = timeline.Children("sides").Select(s => s.Text("id")).ToArray();
        if (row.Text("side") is { Length: > 0 } side && !sides.Contains(side))
            ReportUnknown(row, "side", $"a side of '{id}'", sides, problems);
        var fronts = timeline.Children("fronts").Where(f => f.Text("side") == row.Text("side")).Select(f => f.Text("id")).Distinct().ToArray();
        if (row.Text("front_id") is { Length: > 0 } front && sides.Contains(row.Text("side")) && !fronts.Contains(front))
            ReportUnknown(row, "front_id", $"a front of '{row.Text("side")}' in '{id}'", fronts, problems);
        CheckDate(row, timeline, problems);
    }

    private static void CheckDate(DataRecord row, DataRecord timeline, ProblemList problems)
    {
        if (row.Date("date") is not { } date || row.Text("cannot_answer").Length > 0)
            return;

        var needsForces = BacktestQuestions.Find(row.Text("question")) is { } question && BacktestQuestions.NeedsOf(question).HasFlag(BacktestNeeds.Forces);
        if (needsForces && timeline.Date("start_date") is { } start && timeline.Date("end_date") is { } end && (date < start || date > end))
        {
            problems.Error(DataProblemCodes.DateOutside, row.At("date"), row.Text("date"),
                $"A question about fronts should fall into its timeline ({start:yyyy-MM-dd} to {end:yyyy-MM-dd}), but 'date' is {date:yyyy-MM-dd}.", "Take a day of the timeline, or another timeline.");
        }
        else if (!PlanningFactorCheck.Covers(date))
        {
            problems.Error(DataProblemCodes.DateOutside, row.At("date"), row.Text("date"),
                $"'date' should be a day for which planning factors are stated (1904-02-08 to 1905-09-05, 1939-01-01 to 1945-09-02), but is {date:yyyy-MM-dd}.",
                "Say in 'cannot_answer' why the model has no answer, or take a day that it knows.");
        }
    }

    private static void CheckRole(DataRecord row, ProblemList problems)
    {
        var role = row.Text("role");
        if (role == "test" && row.Text("grade") == "D")
        {
            problems.Error(DataProblemCodes.UnscorableGrade, row.At("role"), role,
                "A test should rest on an observation of grade A, B or C, but the grade is D.", "Make it a guide.");
        }

        foreach (var field in new[] { "known_miss", "independent_because" })
        {
            if (role is "calibration" or "guide" && row.Text(field).Length > 0)
                ReportUnused(row, field, $"only a test is scored, and this is a {role}", problems);
        }

        var (cannot, misses) = (row.Text("cannot_answer").Length > 0, role == "test" && row.Text("known_miss").Length > 0);
        if (cannot && misses)
            ReportUnused(row, "known_miss", "the model cannot answer, so it cannot miss", problems);
        if (row.Text("settled_by").Length == 0 && (cannot || misses))
        {
            problems.Error(DataProblemCodes.MissingValue, row.At("settled_by"), "",
                "What source would settle a miss, or a case without an answer, should be stated, but 'settled_by' is blank.", "Name the source, or say that none is known.");
        }
    }

    private static void CheckCells(DataRecord row, BacktestQuestion question, ProblemList problems)
    {
        var needs = BacktestQuestions.NeedsOf(question);
        var canAnswer = row.Text("cannot_answer").Length == 0;
        foreach (var (need, field, what) in Cells)
        {
            var isStated = row.Text(field).Length > 0;
            if (needs.HasFlag(need) && !isStated && canAnswer)
            {
                problems.Error(DataProblemCodes.MissingValue, row.At(field), "",
                    $"'{row.Text("question")}' should state {what} in '{field}', but it is blank.", $"State '{field}', or say in 'cannot_answer' why the model has no answer.");
            }
            else if (!needs.HasFlag(need) && isStated)
            {
                ReportUnused(row, field, $"'{row.Text("question")}' does not read it", problems);
            }
        }

        if (!needs.HasFlag(BacktestNeeds.Forces) && row.Text("front_id").Length > 0)
            ReportUnused(row, "front_id", $"'{row.Text("question")}' does not read it", problems);
    }

    private static void ReportUnknown(DataRecord row, string field, string what, IEnumerable<string> known, ProblemList problems)
    {
        var text = row.Text(field);
        var all = known.ToArray();
        problems.Error(DataProblemCodes.UnknownReference, row.At(field), text, $"'{field}' should name {what}, but there is none with the id '{text}'.",
            NearestMatch.Find(text, all) is { } near ? $"Maybe '{near}'." : all.Length == 0 ? "It has none." : $"Write one of: {string.Join(", ", all)}.");
    }

    private static void ReportUnused(DataRecord row, string field, string why, ProblemList problems) =>
        problems.Error(DataProblemCodes.UnusedCell, row.At(field), row.Text(field), $"'{field}' should be blank, because {why}, but is '{row.Text(field)}'.", "Clear the cell, or correct the question or the role.");
}
