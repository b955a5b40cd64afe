using System.Globalization;
using RailOps.Analysis.Interdiction;
using RailOps.Analysis.Supply;
using RailOps.Analysis.Uncertainty;
using RailOps.Model;
using RailOps.Model.Scenarios;
using RailOps.Solvers.Allocation;

namespace RailOps.Benchmarks.Uncertainty;

/// <summary>
/// 500 draws of every timeline on its default date for each side, from the situation to the answer in words, the tornado told
/// apart. The first row is a cold process; the others are medians of 5 after warming up.
/// </summary>
internal static class UncertaintyBenchmark
{
    private const int DrawCount = 500;
    private const int TornadoCount = 20;

    public static async Task RunAsync(TextWriter output)
    {
        var data = World.Load();
        await output.WriteLineAsync($"SampleUncertainty on the base network, {DrawCount} draws, every certificate checked\n");
        await output.WriteLineAsync("| situation | threads | tornado | processor, ms | wall, ms | draws | divisions, 10 / 50 / 90 % | certificates | augmentations |\n|---|---|---|---|---|---|---|---|---|");
        var cold = Supply(data, "history-1940", "soviet", AllocationPolicy.Priority);
        await RowAsync(output, "history-1940, soviet, first of the process", Environment.ProcessorCount, TornadoCount, threads => Repeated.Once(() => Ask(cold, threads, TornadoCount)));
        foreach (var timeline in data.Timelines)
        {
            foreach (var side in timeline.Sides)
            {
                var question = Supply(data, timeline.Id, side.Id, AllocationPolicy.Priority);
                foreach (var (threadCount, tornado) in new[] { (1, 0), (2, 0), (2, TornadoCount) })
                    await RowAsync(output, $"{timeline.Id}, {side.Id}", threadCount, tornado, threads => Repeated.Measure(() => Ask(question, threads, tornado)));
            }
        }

        foreach (var policy in new[] { AllocationPolicy.Weighted, AllocationPolicy.Fair })
        {
            var question = Supply(data, "japanese-siberia", "soviet", policy);
            await RowAsync(output, $"japanese-siberia, soviet, {policy}", 2, 0, threads => Repeated.Measure(() => Ask(question, threads, 0)));
        }

        await output.WriteLineAsync();
    }

    private static SupplyQuestion Supply(RailData data, string timelineId, string side, AllocationPolicy policy)
    {
        var timeline = data.Timelines.Single(t => t.Id == timelineId);
        var situation = SituationBuilder.Build(data, SituationSpec.Of(timeline, timeline.DefaultDate, side, [])).Situation!;
        return new SupplyQuestion(situation, policy, null);
    }

    private static SampleAnswer Ask(SupplyQuestion question, int threadCount, int tornadoCount) => SampleRunner.Sample(
        new SampleQuestion(question, DrawCount, Seed: 1, Correlation: 0.5, tornadoCount),
        new SearchLimits(TimeSpan.FromMinutes(2), threadCount, TimeProvider.System, CancellationToken.None), null, CancellationToken.None);

    private static async Task RowAsync(
        TextWriter output, string name, int threadCount, int tornadoCount, Func<int, (SampleAnswer Answer, Repeated Times)> measure)
    {
        var (answer, times) = measure(threadCount);
        var band = answer.Total.Divisions;
        var tornado = tornadoCount == 0 ? "no" : $"{answer.ParameterCount} parameters";
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {threadCount} | {tornado} | {times.Processor * 1000:0} | {times.Wall * 1000:0} | {answer.DrawsDone} | {band.P10} / {band.P50} / {band.P90} of {answer.Total.PresentCount} | {(answer.Solve.CertificateAccepted ? "accepted" : "REFUSED")} | {answer.Solve.AugmentationCount} |"));
    }
}
