using System.Globalization;
using System.Text.Json;
using RailOps.Analysis.Backtests;
using RailOps.Model.Backtests;
using RailOps.Model.Units;

namespace RailOps.Server.Shell.Rendering;

/// <summary>The machine form of <c>railops backtest</c>; docs/guide/shell.md names its fields.</summary>
internal static class BacktestJson
{
    /// <summary>Writes the fields of one object.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<BacktestResult> results)
    {
        json.WriteString("headline", BacktestReport.Headline(results));
        json.WriteNumber("unexpectedMissCount", results.Count(r => r.IsUnexpectedMiss));
        GraphJson.List(json, "cases", results, result => Write(json, result));
    }

    /// <summary>The line by which docs/validation/plots.py and its test know whether a plot shows this result: id, date, observed, model.</summary>
    public static string PlotLine(BacktestResult result) =>
        string.Create(CultureInfo.InvariantCulture, $"{result.Case.Id} {result.Case.Date:yyyy-MM-dd} {Text(result.Case.Observed)} {Text(result.Answer?.Value)}\n");

    private static string Text(Estimate? value) => value is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{Rounded(known.Low)}/{Rounded(known.Best)}/{Rounded(known.High)}")
        : "-";

    private static void Write(Utf8JsonWriter json, BacktestResult result)
    {
        var asked = result.Case;
        json.WriteString("id", asked.Id);
        json.WriteString("war", asked.War);
        json.WriteString("title", asked.Title);
        json.WriteString("question", BacktestQuestions.NameOf(asked.Question));
        json.WriteString("unit", BacktestQuestions.UnitOf(asked.Question));
        json.WriteString("date", asked.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("role", asked.Role.ToString().ToLowerInvariant());
        json.WriteString("grade", asked.Evidence.Grade.ToString());
        GraphJson.Texts(json, "sources", asked.Evidence.SourceIds);
        json.WriteString("comparison", asked.Comparison.ToString());
        Estimate(json, "amount", asked.Amount);
        GraphJson.Amount(json, "haulKm", asked.HaulKm);
        Estimate(json, "observed", asked.Observed);
        Estimate(json, "model", result.Answer?.Value);
        json.WriteString("verdict", result.Verdict.ToString());
        json.WriteBoolean("scored", result.IsScored);
        json.WriteString("knownMiss", asked.KnownMiss);
        json.WriteString("why", result.Why);
        GraphJson.Texts(json, "touched", result.Answer?.Steps.Select(s => $"{s.Name} ({s.Evidence.Grade}: {string.Join(' ', s.Evidence.SourceIds)})") ?? []);
    }

    private static void Estimate(Utf8JsonWriter json, string name, Estimate? value)
    {
        if (value is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("low", Rounded(known.Low));
        json.WriteNumber("best", Rounded(known.Best));
        json.WriteNumber("high", Rounded(known.High));
        json.WriteEndObject();
    }

    // The division drops the zeros at the end, so that a number has one form.
    private static decimal Rounded(decimal value) => decimal.Round(value, 3) / 1.000m;
}
