using RailOps.Server.Hosting;
using RailOps.Server.Services;

namespace RailOps.Benchmarks;

/// <summary>AssessSupply in process, one call at a time, warm: reading the request to writing the answer, without the wire.</summary>
internal static class AssessBenchmark
{
    private const int WarmUpCount = 150;
    private const int Count = 1000;

    public static async Task RunAsync(TextWriter output)
    {
        var data = World.Load();
        var api = new RailOpsApi(data, new ServerOptions(), TimeProvider.System);
        await output.WriteLineAsync($"AssessSupply in process, {Count} calls each, warm\n");
        await output.WriteLineAsync("| question | median, ms | p99, ms | solves |\n|---|---|---|---|");
        foreach (var (name, request) in World.Questions(data))
        {
            var latencies = await Latencies.MeasureAsync(WarmUpCount, Count, () =>
            {
                api.AssessSupply(request, CancellationToken.None);
                return Task.CompletedTask;
            });
            var solves = api.AssessSupply(request, CancellationToken.None).Solve.SolveCount;
            await output.WriteLineAsync($"| {name} | {Latencies.Text(latencies.Median)} | {Latencies.Text(latencies.P99)} | {solves} |");
        }

        await output.WriteLineAsync();
    }
}
