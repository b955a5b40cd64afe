using System.Globalization;
using RailOps.Analysis;
using RailOps.Analysis.Criticality;
using RailOps.Analysis.Interdiction;
using RailOps.Model.Scenarios;
using RailOps.Solvers.Criticality;
using RailOps.Solvers.Results;

namespace RailOps.Benchmarks.Rail;

/// <summary>
/// The questions of an analyst on the base network, from a situation to the answer in words: all single losses, all pairs, the worst raids,
/// their frontier, the best guards. Median of 5 after warming up, one thread.
/// </summary>
internal static class RailBenchmark
{
    private const int ItemCount = 20;
    private static readonly SearchLimits Limits = new(TimeSpan.FromMinutes(5), 1, TimeProvider.System, CancellationToken.None);

    public static async Task RunAsync(TextWriter output)
    {
        var data = World.Load();
        // A full pass, so that the compiler has done its best before the first row.
        await MeasureAsync(TextWriter.Null, new RailQuestion(data, "history-1940", new(1940, 4, 15), "soviet"));
        await output.WriteLineAsync("The base network: milliseconds, median of 5, warm, one thread\n");
        await output.WriteLineAsync("| situation | question | processor, ms | wall, ms | target, ms | answer | proven | certificate | flows | augmentations |\n|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (timeline, date) in new[] { ("japanese-siberia", new DateOnly(1940, 4, 15)), ("japanese-siberia", new(1940, 6, 1)), ("history-1940", new(1940, 4, 15)) })
            await MeasureAsync(output, new RailQuestion(data, timeline, date, "soviet"));
        await output.WriteLineAsync();
    }

    private static async Task MeasureAsync(TextWriter output, RailQuestion question)
    {
        TargetKind[] links = [TargetKind.Link];
        await Row("N-1 of links, allocation", 50, () => CriticalityRanking.Rank(question.Supply, links, ItemCount, SolveOptions.Default, CancellationToken.None), Told);
        await Row("N-1 of links, points, stations, railways, allocation", null, () => CriticalityRanking.Rank(question.Supply, Enum.GetValues<TargetKind>(), ItemCount, SolveOptions.Default, CancellationToken.None), Told);
        await Row("N-1 of links, flow", 50, () => Losses(question, withPairs: false), Told);
        await Row("N-2 of links, allocation", 2000, () => PairRanking.Rank(question.Supply, links, ItemCount, SolveOptions.Default, CancellationToken.None), a => (a.Headline, a.Solve));
        await Row("N-2 of links, flow", 2000, () => Losses(question, withPairs: true), Told);
        await Row("5 raids", 100, () => RailInterdiction.Solve(question.Attack(5), 1, Limits, null, CancellationToken.None), a => (a.Headline, a.Solve));
        await Row("5 raids, 5 best plans", null, () => RailInterdiction.Solve(question.Attack(5), 5, Limits, null, CancellationToken.None), a => ($"{a.Plans.Length} plans", a.Solve));
        await Row("frontier of 0 to 10 raids", null, () => RailFrontier.Trace(question.Attack(10), 0, Limits, null, CancellationToken.None), a => ($"{a.Steps.Length} steps", a.Solve));
        await Row("3 guards against 5 raids", null, () => RailFortification.Solve(question.Attack(5), 3, Limits, null, CancellationToken.None), a => (a.Headline, a.Solve));

        async Task Row<T>(string name, double? target, Func<T> ask, Func<T, (string Answer, SolveFacts Facts)> told)
        {
            var (answer, times) = Repeated.Measure(ask);
            var (text, facts) = told(answer);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {question.Name} | {name} | {times.Processor * 1000:0.0} | {times.Wall * 1000:0.0} | {(target is { } t ? $"{t:0}" : "-")} | {text} | {(facts.Termination == Termination.Optimal ? "yes" : $"{facts.Termination}")} | {(facts.CertificateAccepted ? "accepted" : "-")} | {facts.SolveCount} | {facts.AugmentationCount} |"));
        }
    }

    private static CriticalityResult Losses(RailQuestion question, bool withPairs)
    {
        var graph = question.Capacities;
        return CriticalitySolver.Solve(
            graph.FlowGraphOf(Model.Units.EstimateLevel.Best), [graph.Source], [graph.Sink], question.Targets, withPairs, SolveOptions.Default, CancellationToken.None);
    }

    private static (string Answer, SolveFacts Facts) Told(CriticalityAnswer answer) => ($"{answer.ExaminedCount} examined; {answer.Headline}", answer.Solve);

    private static (string Answer, SolveFacts Facts) Told(CriticalityResult result)
    {
        var count = (long)result.Elements.Length;
        var pairs = result.Pairs.IsEmpty ? "" : $", {count * (count - 1) / 2} pairs, {result.Pairs.Length} of which lose more than the worse of the two";
        var facts = new SolveFacts(
            result.Termination, "", false, "", result.Statistics.AugmentationCount, result.Statistics.SolveCount, 0, TimeSpan.Zero);
        return ($"{count} links{pairs}", facts);
    }
}
