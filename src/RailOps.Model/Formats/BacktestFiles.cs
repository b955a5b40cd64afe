using System.Collections.Immutable;
using RailOps.Model.Backtests;
using static RailOps.Model.Formats.Fields;

namespace RailOps.Model.Formats;

/// <summary>The table of the folder <c>backtests</c>.</summary>
internal static class BacktestFiles
{
    public static ImmutableArray<string> Comparisons { get; } = ["range", "at-least", "at-most"];

    public static ImmutableArray<string> Roles { get; } = ["test", "calibration", "guide"];

    public static TableDescription Cases { get; } = new(
        "backtests/cases.csv",
        [
            Id("id", "unique over all cases"),
            Text("war", "war or campaign").Required(),
            Text("title", "what was observed").Required(),
            Choice("question", BacktestQuestions.Names, "what the model is asked"),
            Id("timeline", "who holds what"),
            Id("side", "the side that asks"),
            Date("date", "the day asked for").Required(),
            Reference("from_id", EntityKinds.Station, "one end of the section").Optional(),
            Reference("to_id", EntityKinds.Station, "the other end of the section").Optional(),
            Id("front_id", "front; blank: all of the side").Optional(),
            .. Range("amount_", "trucks or divisions", "how many").Select(f => f.Optional()),
            Number("haul_km", "km", "one-way distance for trucks"),
            .. Range("observed_", "unit of the question", "what history observed"),
            Choice("comparison", Comparisons, "how it bounds the truth"),
            SourceIds(),
            References("evidence_ids", EntityKinds.Figure, "rows of base/capacity_evidence.csv that hold it"),
            Grade(),
            Choice("role", Roles, "what it is good for"),
            Text("known_miss", "why the model leaves the range; blank: it should not"),
            Text("independent_because", "why a shared source is no circle; blank: none is shared"),
            Text("cannot_answer", "why the model cannot answer yet; blank: it can"),
            Text("settled_by", "what source would settle a miss, a wide answer or a question without one"),
            Text("note", "what a reader should know"),
        ]);
}
