using System.Globalization;
using RailOps.Analysis.Backtests;
using RailOps.Model.Backtests;
using RailOps.Model.Units;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Shows cases beside the model's answers: tests first, then what is not scored, then what the misses are.</summary>
internal static class BacktestReport
{
    /// <summary>Writes the whole report.</summary>
    public static void Write(Report report, IReadOnlyList<BacktestResult> results)
    {
        report.Heading(Headline(results));
        Table(report, "Tests", results.Where(r => r.IsScored));
        Table(report, "Calibration: a figure of the model was taken or fitted from these, so agreement proves nothing", Of(results, BacktestRole.Calibration));
        Table(report, "Guides: recollections, interpolations and judgements, never scored", Of(results, BacktestRole.Guide));
        report.Bullets("Not answered yet", results.Where(r => r.Answer is null).Select(r => $"{r.Case.Id}: {r.Why}"));
        report.Bullets("Known misses", results.Where(r => r.IsScored && r.Case.KnownMiss.Length > 0).Select(r => $"{r.Case.Id}: {r.Case.KnownMiss}"));
        report.Bullets("Misses that nobody has explained", results.Where(r => r.IsUnexpectedMiss).Select(r => r.Case.Id));
        report.Bullets("Listed as known misses, but no longer missing: clear their known_miss", results.Where(r => r.IsStaleMiss).Select(r => r.Case.Id));
    }

    /// <summary>What came out, in one sentence.</summary>
    public static string Headline(IReadOnlyList<BacktestResult> results)
    {
        var scored = results.Where(r => r.IsScored).ToList();
        var (best, overlap) = (scored.Count(r => r.Verdict == BacktestVerdict.BestInside), scored.Count(r => r.Verdict == BacktestVerdict.RangesOverlap));
        var unexpected = scored.Count(r => r.IsUnexpectedMiss);
        var bounds = scored.Count(r => r.Verdict == BacktestVerdict.BestInside && r.Case.Comparison != BacktestComparison.Range);
        return $"{Figures.Counted(scored.Count, "test")}: in {best} the most likely answer agrees with history ({bounds} of them had only a floor or a ceiling to keep), in {overlap} more the ranges overlap, "
            + $"{scored.Count - best - overlap} miss ({(unexpected == 0 ? "all" : $"all but {unexpected}")} known).";
    }

    /// <summary>Three numbers, or one where they agree.</summary>
    public static string Triple(Estimate value) =>
        value.Low == value.High ? Number(value.Best) : $"{Number(value.Low)} / {Number(value.Best)} / {Number(value.High)}";

    /// <summary>The observation with how it bounds the truth.</summary>
    public static string Observed(BacktestCase asked) => asked.Comparison switch
    {
        BacktestComparison.AtLeast => $"at least {Triple(asked.Observed)}",
        BacktestComparison.AtMost => $"at most {Triple(asked.Observed)}",
        _ => Triple(asked.Observed),
    };

    /// <summary>The verdict in a word or two.</summary>
    public static string Verdict(BacktestResult result) => result.Verdict switch
    {
        BacktestVerdict.BestInside => "yes",
        BacktestVerdict.RangesOverlap => "ranges overlap",
        BacktestVerdict.Miss when result.IsScored && result.Case.KnownMiss.Length > 0 => "no (known)",
        BacktestVerdict.Miss => "no",
        _ => "not answered",
    };

    private static IEnumerable<BacktestResult> Of(IEnumerable<BacktestResult> results, BacktestRole role) =>
        results.Where(r => r.Case.Role == role && r.Answer is not null);

    private static void Table(Report report, string heading, IEnumerable<BacktestResult> results)
    {
        var rows = results.Select(Row).ToList();
        if (rows.Count == 0)
            return;
        report.Heading(heading);
        report.Table(["|Case", "Observed", "Grade, source", "Model low / best / high", "Inside", "Why"], rows);
    }

    private static string[] Row(BacktestResult result) =>
    [
        result.Case.Id, $"{Observed(result.Case)} {BacktestQuestions.UnitOf(result.Case.Question)}",
        $"{result.Case.Evidence.Grade} {string.Join(' ', result.Case.Evidence.SourceIds)}",
        result.Answer is { } answer ? Triple(answer.Value) : "-", Verdict(result),
        result.Answer is { } told ? $"{told.Place} ({told.Grade})" : result.Why,
    ];

    private static string Number(decimal value) => value.ToString(value < 100m ? "0.#" : "#,0", CultureInfo.InvariantCulture);
}
