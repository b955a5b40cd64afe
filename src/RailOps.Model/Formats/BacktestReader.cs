using System.Collections.Immutable;
using RailOps.Model.Backtests;
using static RailOps.Model.Formats.CheckedValue;

namespace RailOps.Model.Formats;

/// <summary>Reads and checks <c>backtests/cases.csv</c>, which may be missing: data without history to compare with are whole.</summary>
internal static class BacktestReader
{
    private const string Folder = "backtests";
    private const string File = "cases.csv";

    /// <summary>The rows that could be read.</summary>
    public static ImmutableArray<DataRecord> Read(DataFolder folder, IdIndex ids, ImmutableArray<DataRecord> timelines, ProblemList problems)
    {
        var isThere = folder.Names("", isFolder: true).Contains(Folder, StringComparer.Ordinal)
            && folder.Names(Folder, isFolder: false).Contains(File, StringComparer.Ordinal);
        if (!isThere || folder.Read(BacktestFiles.Cases.Name) is not { } text)
            return [];

        var rows = CsvTableReader.Read(BacktestFiles.Cases, BacktestFiles.Cases.Name, text, problems);
        ReferenceCheck.Register(new(), EntityKinds.None, rows, "id", problems);
        ReferenceCheck.Run(ids, rows, problems);
        if (timelines.IsEmpty)
            return rows;

        var faulty = Faulty(folder, problems);
        foreach (var row in rows)
            BacktestCheck.Run(row, timelines, faulty, problems);

        return rows;
    }

    /// <summary>Timelines with errors of their own, by file name: what they hold may not be what they mean.</summary>
    private static ImmutableHashSet<string> Faulty(DataFolder folder, ProblemList problems) =>
    [
        .. folder.Names("timelines", isFolder: false)
            .Where(name => problems.HasErrorIn($"timelines/{name}"))
            .Select(name => Path.GetFileNameWithoutExtension(name)),
    ];

    /// <summary>The case of a row without errors.</summary>
    public static BacktestCase Build(DataRecord r) => new(
        r.Text("id"), r.Text("war"), r.Text("title"), Required(BacktestQuestions.Find(r.Text("question"))),
        r.Text("timeline"), r.Text("side"), Required(r.Date("date")), r.Text("from_id"), r.Text("to_id"), r.Text("front_id"),
        r.Range("amount_"), r.Number("haul_km"), Required(r.Range("observed_")),
        (BacktestComparison)BacktestFiles.Comparisons.IndexOf(r.Text("comparison"), StringComparer.Ordinal),
        r.Ids("evidence_ids"), r.Evidence(), (BacktestRole)BacktestFiles.Roles.IndexOf(r.Text("role"), StringComparer.Ordinal),
        r.Text("known_miss"), r.Text("independent_because"), r.Text("cannot_answer"), r.Text("settled_by"));
}
