using System.Diagnostics;
using System.Globalization;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using RailOps.Contracts.V1;
using RailOps.Server.Hosting;

namespace RailOps.Benchmarks;

/// <summary>Calls over real HTTP/2 on loopback; client and server share the machine.</summary>
internal static class GrpcBenchmark
{
    private const int WarmUpCount = 200;
    private const int Count = 1000;
    private const int ParallelCount = 8;

    public static async Task RunAsync(TextWriter output)
    {
        var options = new ServerOptions { GrpcPort = 0, HttpPort = 0 };
        await using var app = RailOpsHost.Build(options, World.Load(), b => b.Logging.ClearProviders());
        await app.StartAsync();
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{RailOpsHost.Ports(app).GrpcPort}");
        var catalog = new CatalogService.CatalogServiceClient(channel);
        var supply = new SupplyService.SupplyServiceClient(channel);
        var question = World.Ask("storm-in-the-east", "soviet");
        await output.WriteLineAsync($"Over gRPC on loopback, {Count} calls one after another, then {ParallelCount} at a time, warm\n");
        await output.WriteLineAsync("| call | median, ms | p99, ms | calls a second, parallel |\n|---|---|---|---|");
        await RowAsync(output, "GetServerInfo", async () => await catalog.GetServerInfoAsync(new GetServerInfoRequest()));
        await RowAsync(output, "AssessSupply storm-in-the-east, soviet", async () => await supply.AssessSupplyAsync(question));
        await output.WriteLineAsync();
        await app.StopAsync();
    }

    private static async Task RowAsync(TextWriter output, string name, Func<Task> call)
    {
        var latencies = await Latencies.MeasureAsync(WarmUpCount, Count, call);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, ParallelCount).Select(async _ =>
        {
            for (var i = 0; i < Count / ParallelCount; i++)
                await call();
        }));
        var rate = (Count / ParallelCount * ParallelCount / Stopwatch.GetElapsedTime(start).TotalSeconds).ToString("#,0", CultureInfo.InvariantCulture);
        await output.WriteLineAsync($"| {name} | {Latencies.Text(latencies.Median)} | {Latencies.Text(latencies.P99)} | {rate} |");
    }
}
