using System.Text;
using RailOps.Analysis.Backtests;
using RailOps.Model.Backtests;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Tests.Documentation;

/// <summary>Writes docs/validation.md and the README's block of known misses from the answers of the product.</summary>
internal static class ValidationDocument
{
    private const string Opening = """
        # Validation: the model beside history

        Written by `ValidationTests` from `networks/backtests/cases.csv`; do not edit. `./railops backtest` prints the same, `./railops backtest rjw` one war.

        Each case asks the model a question and sets the answer beside what history observed.

        * **Test**: grade A, B or C, and no figure of the model was fitted from it. Only tests are scored.
        * **Calibration**: a figure of the model was taken or fitted from it. **Guide**: grade D, or a judgement; drawn, never scored.
        * **Inside**: *yes* if the most likely answer lies in the observed range; *ranges overlap* if only low to high of the two have a value in common; else *no*.
          A floor (*at least*) is kept if the most likely answer reaches it, and overlaps if the favourable answer reaches its low value; a ceiling the reverse. A wide
          answer overlaps easily, so *ranges overlap* is weak praise, and a floor far below the answer is a weak test.
        * A test may not share a source with a figure that its answer rests on, unless the case says why that is no circle; a test of the code holds that up.
        * No figure is tuned for a case: every default is a row of `networks/doctrine/planning_factors.csv` or `networks/base/values.csv`.
        * *By formula* asks the model as if no figure were stated for the section, so that sidings, speed and practice are tested and not the figure itself.
        * Dates are New Style. Grades: A primary, B secondary, C derived or weak, D assumed.


        """;

    private const string Plots = """
        ## Plots

        ![Train pairs 1904-05](validation/russo-japanese-war.svg)

        ![Tonnes over the roads to the Khalkhin Gol](validation/khalkhin-gol-road.svg)

        Bars are low to high. Drawn by `./railops backtest --json | python3 docs/validation/plots.py`; a test tells if they have grown stale.


        """;

    /// <summary>The whole document.</summary>
    public static string Build(IReadOnlyList<BacktestResult> results)
    {
        var text = new StringBuilder(Opening).AppendLine(BacktestReport.Headline(results)).AppendLine();
        AddTests(text, results);
        text.Append(Plots);
        AddLessons(text, results);
        AddOthers(text, "Calibration", "A figure of the model was taken or fitted from these, so agreement proves nothing; the note says which.", results.Where(r => r.Case.Role == BacktestRole.Calibration && r.Answer is not null));
        AddOthers(text, "Guides", "Recollections, interpolations (grade D), plans and judgements; never scored.", results.Where(r => r.Case.Role == BacktestRole.Guide && r.Answer is not null));
        AddUnanswered(text, results);
        return text.ToString();
    }

    /// <summary>The block of the README.</summary>
    public static string KnownMisses(IReadOnlyList<BacktestResult> results)
    {
        var text = new StringBuilder();
        text.AppendLine(BacktestReport.Headline(results)).AppendLine();
        text.AppendLine("| known miss | history | model (cautious / likely / favourable) | why |");
        text.AppendLine("|---|---|---|---|");
        foreach (var miss in Misses(results))
            text.AppendLine($"| {miss.Case.Title} | {Observed(miss)} | {Model(miss)} | {miss.Case.KnownMiss} |");
        return text.ToString();
    }

    private static void AddTests(StringBuilder text, IReadOnlyList<BacktestResult> results)
    {
        text.AppendLine("## Tests").AppendLine();
        foreach (var war in results.Where(r => r.IsScored).GroupBy(r => r.Case.War))
        {
            text.AppendLine($"### {war.Key}").AppendLine();
            text.AppendLine("| case | question | observed (grade; sources) | model low / best / high | inside | what the answer rests on |");
            text.AppendLine("|---|---|---|---|---|---|");
            foreach (var result in war)
            {
                text.AppendLine(
                    $"| `{result.Case.Id}` {result.Case.Title} | {Question(result)} | {Observed(result)} ({Evidence(result)}) | {Model(result)} | {BacktestReport.Verdict(result)} | {result.Why}{Note(result)} |");
            }

            text.AppendLine();
        }
    }

    private static void AddLessons(StringBuilder text, IReadOnlyList<BacktestResult> results)
    {
        text.AppendLine("## What the misses teach").AppendLine();
        text.Append(ValidationLessons.Build(results)).AppendLine();
        text.AppendLine("### Misses and wide answers, and what would settle each").AppendLine();
        text.AppendLine("| case | observed | model | why | what source would settle it |");
        text.AppendLine("|---|---|---|---|---|");
        foreach (var result in Misses(results).Concat(results.Where(r => r.IsScored && r.Verdict == BacktestVerdict.RangesOverlap)))
        {
            var why = result.Case.KnownMiss.Length > 0 ? result.Case.KnownMiss : "the ranges overlap only";
            text.AppendLine($"| `{result.Case.Id}` | {Observed(result)} | {Model(result)} | {why} | {result.Case.SettledBy} |");
        }

        text.AppendLine();
    }

    private static void AddOthers(StringBuilder text, string title, string meaning, IEnumerable<BacktestResult> results)
    {
        text.AppendLine($"## {title}").AppendLine().AppendLine(meaning).AppendLine();
        text.AppendLine("| case | question | observed (grade; sources) | model low / best / high | note |");
        text.AppendLine("|---|---|---|---|---|");
        foreach (var result in results)
            text.AppendLine($"| `{result.Case.Id}` {result.Case.Title} | {Question(result)} | {Observed(result)} ({Evidence(result)}) | {Model(result)} | {result.Case.Evidence.Note} |");
        text.AppendLine();
    }

    private static void AddUnanswered(StringBuilder text, IReadOnlyList<BacktestResult> results)
    {
        text.AppendLine("## What the model cannot answer yet").AppendLine();
        text.AppendLine("| case | observed (grade; sources) | why not | what would settle it |");
        text.AppendLine("|---|---|---|---|");
        foreach (var result in results.Where(r => r.Answer is null))
            text.AppendLine($"| `{result.Case.Id}` {result.Case.Title} | {Observed(result)} ({Evidence(result)}) | {result.Why} | {result.Case.SettledBy} |");
    }

    private static IEnumerable<BacktestResult> Misses(IEnumerable<BacktestResult> results) => results.Where(r => r.IsScored && r.Case.KnownMiss.Length > 0);

    private static string Question(BacktestResult result) => $"{BacktestQuestions.NameOf(result.Case.Question)}, {result.Case.Date:yyyy-MM-dd}";

    private static string Observed(BacktestResult result) => $"{BacktestReport.Observed(result.Case)} {BacktestQuestions.UnitOf(result.Case.Question)}";

    private static string Model(BacktestResult result) => result.Answer is { } answer ? BacktestReport.Triple(answer.Value) : "-";

    private static string Evidence(BacktestResult result) => $"{result.Case.Evidence.Grade}; {string.Join(", ", result.Case.Evidence.SourceIds)}";

    private static string Note(BacktestResult result) =>
        string.Concat(new[] { result.Case.Evidence.Note, result.Case.IndependentBecause }.Where(t => t.Length > 0).Select(t => $". *{t}*"));
}
