using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;
using RailOps.Contracts.Rpc;
using RailOps.Server.Errors;
using RailOps.Server.Hosting;
using RailOps.Server.Telemetry;

namespace RailOps.Server.Tests.Hosting;

[TestFixture]
internal sealed class SolveGateTests
{
    [Test]
    public async Task A_solve_runs_and_its_answer_comes_back()
    {
        using var gate = Gate(new ServerOptions());

        Assert.That(await gate.RunAsync("test", _ => 42, CancellationToken.None), Is.EqualTo(42));
    }

    [Test]
    public async Task No_more_solves_run_at_once_than_configured()
    {
        using var gate = Gate(new ServerOptions { ConcurrentSolveCount = 2, QueueLength = 100 });
        var running = 0;
        var most = 0;

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => gate.RunAsync("test", _ => Work(ref running, ref most), CancellationToken.None)));

        Assert.That(most, Is.EqualTo(2).Or.EqualTo(1));
        Assert.That(running, Is.Zero);
    }

    [Test]
    public async Task A_full_queue_refuses_at_once_with_a_retry_hint()
    {
        using var gate = Gate(new ServerOptions { ConcurrentSolveCount = 1, QueueLength = 1 });
        using var open = new ManualResetEventSlim();
        var first = gate.RunAsync("test", token => open.Wait(TimeSpan.FromSeconds(20), token), CancellationToken.None);
        var second = gate.RunAsync("test", _ => true, CancellationToken.None);
        Assert.That(gate.WaitingCount, Is.EqualTo(1));

        var failure = (await Assert.ThrowsAsync<RpcException>(() => gate.RunAsync("test", _ => true, CancellationToken.None)))!;

        open.Set();
        Assert.That(await Task.WhenAll(first, second), Is.All.True);
        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.ResourceExhausted));
        var details = Contracts.Rpc.Status.Parser.ParseFrom(failure.Trailers.GetValueBytes(RpcErrors.DetailsTrailer)).Details;
        Assert.That(details[0].Unpack<ErrorInfo>().Reason, Is.EqualTo(ErrorReasons.QueueFull));
        Assert.That(details[1].Unpack<RetryInfo>().RetryDelay.Seconds, Is.InRange(1, 60));
        Assert.That(gate.WaitingCount, Is.Zero);
    }

    [Test]
    public async Task A_caller_who_leaves_the_queue_frees_the_place()
    {
        using var gate = Gate(new ServerOptions { ConcurrentSolveCount = 1, QueueLength = 1 });
        using var open = new ManualResetEventSlim();
        using var leaves = new CancellationTokenSource();
        var first = gate.RunAsync("test", token => open.Wait(TimeSpan.FromSeconds(20), token), CancellationToken.None);
        var left = gate.RunAsync("test", _ => true, leaves.Token);
        await leaves.CancelAsync();

        Assert.That(async () => await left, Throws.InstanceOf<OperationCanceledException>());

        var next = gate.RunAsync("test", _ => true, CancellationToken.None);
        open.Set();
        Assert.That(await first && await next);
    }

    [Test]
    public async Task The_time_limit_stops_a_solve_that_looks_at_its_token()
    {
        using var gate = Gate(new ServerOptions { SolveTimeLimit = TimeSpan.FromMilliseconds(50) });

        var failure = (await Assert.ThrowsAsync<RpcException>(() => gate.RunAsync("test", WaitForToken, CancellationToken.None)))!;

        Assert.That((failure.StatusCode, failure.Status.Detail), Is.EqualTo((StatusCode.DeadlineExceeded,
            "The solve of test stopped at this server's limit of 0.05 s without an answer. Ask a smaller question, or raise the limit.")));
    }

    [Test]
    public async Task A_solve_may_answer_at_the_limit_with_what_it_has()
    {
        using var gate = Gate(new ServerOptions { SolveTimeLimit = TimeSpan.FromMilliseconds(50) });

        Assert.That(await gate.RunAsync("test", token => token.WaitHandle.WaitOne(TimeSpan.FromSeconds(20)), CancellationToken.None));
    }

    [Test]
    public async Task A_solve_that_fails_frees_its_slot()
    {
        using var gate = Gate(new ServerOptions { ConcurrentSolveCount = 1, QueueLength = 0 });

        await Assert.ThrowsAsync<InvalidDataException>(() => gate.RunAsync<int>("test", _ => throw new InvalidDataException(), CancellationToken.None));

        Assert.That(await gate.RunAsync("test", _ => 1, CancellationToken.None), Is.EqualTo(1));
    }

    private static bool WaitForToken(CancellationToken token)
    {
        token.WaitHandle.WaitOne(TimeSpan.FromSeconds(20));
        token.ThrowIfCancellationRequested();
        return true;
    }

    private static int Work(ref int running, ref int most)
    {
        var now = Interlocked.Increment(ref running);
        InterlockedMax(ref most, now);
        // Long enough that solves let in together overlap.
        Thread.SpinWait(100_000);
        return Interlocked.Decrement(ref running);
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = Volatile.Read(ref most); seen < now; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, now, seen);
    }

    private static SolveGate Gate(ServerOptions options)
    {
        var services = new ServiceCollection().AddLogging().AddMetrics().AddSingleton<RailOpsTelemetry>().BuildServiceProvider();
        return new SolveGate(options, services.GetRequiredService<RailOpsTelemetry>(), TimeProvider.System, NullLogger<SolveGate>.Instance);
    }
}
