using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using RailOps.Contracts.Health;
using RailOps.Contracts.V1;
using RailOps.Server.Errors;
using RailOps.Server.Hosting;
using RailOps.Server.Tests.Services;

namespace RailOps.Server.Tests.Hosting;

[TestFixture]
internal sealed class OverloadTests
{
    private const int CallCount = 400;
    private static readonly TimeSpan LongestHealthAnswer = TimeSpan.FromSeconds(2);

    [Test]
    [NonParallelizable]
    public async Task While_solves_flood_in_health_answers_and_what_is_too_much_is_refused_with_a_hint()
    {
        await using var app = RealServer.Build(new ServerOptions { ConcurrentSolveCount = 1, QueueLength = 4 });
        await app.StartAsync();
        var address = $"http://127.0.0.1:{RailOpsHost.Ports(app).GrpcPort}";
        using var channel = GrpcChannel.ForAddress(address);
        using var watcher = GrpcChannel.ForAddress(address);
        var supply = new SupplyService.SupplyServiceClient(channel);

        var flood = Task.WhenAll(Enumerable.Range(0, CallCount).Select(_ => AskAsync(supply)));
        var (answerCount, slowest) = await WatchHealthAsync(watcher, flood);
        var faults = (await flood).OfType<Fault>().ToList();

        Assert.That(answerCount, Is.GreaterThan(0));
        Assert.That(slowest, Is.LessThan(LongestHealthAnswer), $"slowest of {answerCount} health answers");
        Assert.That(faults, Has.Count.InRange(1, CallCount - 1), "some should be answered and some refused");
        Assert.That(faults.Select(fault => fault.Info.Reason), Is.All.EqualTo(ErrorReasons.QueueFull));
        Assert.That(faults.Select(fault => fault.RetryAfter), Is.All.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    [NonParallelizable]
    public async Task Solves_that_hold_every_core_leave_threads_for_health()
    {
        await using var app = RealServer.Build(new ServerOptions { ConcurrentSolveCount = Environment.ProcessorCount * 4 });
        await app.StartAsync();
        var gate = app.Services.GetRequiredService<SolveGate>();
        using var open = new ManualResetEventSlim();
        var solves = Enumerable.Range(0, Environment.ProcessorCount * 4)
            .Select(_ => gate.RunAsync("test", token => open.Wait(TimeSpan.FromSeconds(30), token), CancellationToken.None))
            .ToList();
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{RailOpsHost.Ports(app).GrpcPort}");

        var start = Stopwatch.GetTimestamp();
        await new Contracts.Health.Health.HealthClient(channel).CheckAsync(new HealthCheckRequest());
        var elapsed = Stopwatch.GetElapsedTime(start);
        open.Set();

        Assert.That(await Task.WhenAll(solves), Is.All.True);
        Assert.That(elapsed, Is.LessThan(LongestHealthAnswer));
    }

    /// <summary>Null: answered.</summary>
    private static async Task<Fault?> AskAsync(SupplyService.SupplyServiceClient supply)
    {
        try
        {
            await supply.AssessSupplyAsync(Ask.Assess("history-1940"));
            return null;
        }
        catch (RpcException failure)
        {
            return Fault.Of(failure);
        }
    }

    private static async Task<(int Count, TimeSpan Slowest)> WatchHealthAsync(GrpcChannel channel, Task flood)
    {
        var client = new Contracts.Health.Health.HealthClient(channel);
        var (count, slowest) = (0, TimeSpan.Zero);
        while (!flood.IsCompleted)
        {
            var start = Stopwatch.GetTimestamp();
            await client.CheckAsync(new HealthCheckRequest());
            var elapsed = Stopwatch.GetElapsedTime(start);
            (count, slowest) = (count + 1, elapsed > slowest ? elapsed : slowest);
        }
        return (count, slowest);
    }
}
