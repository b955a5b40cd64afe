using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using RailOps.Contracts.V1;
using RailOps.Server.Hosting;
using RailOps.Server.Tests.Hosting;
using RailOps.Server.Tests.Rpc.Contract;
using RailOps.Server.Tests.Services;

namespace RailOps.Server.Tests.Rpc;

/// <summary>
/// Who has gone, by a kill or by a deadline, costs no more processor time. On a machine that other work keeps busy the clock proves little, so
/// the bounds are wide (a loop that ignores its token never ends); RAILOPS_STRICT_TIMES=1 on a quiet machine holds them to 1 s and 100 ms.
/// </summary>
[TestFixture]
[NonParallelizable]
internal sealed class KilledClientTests
{
    private static readonly bool IsStrict = Environment.GetEnvironmentVariable("RAILOPS_STRICT_TIMES") == "1";
    private static readonly TimeSpan KillBound = TimeSpan.FromSeconds(IsStrict ? 1 : 15);
    private static readonly TimeSpan DeadlineBound = TimeSpan.FromMilliseconds(IsStrict ? 100 : 3000);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(250);

    /// <summary>A server that rests uses next to nothing; one solver alone would use all of <see cref="Watch"/>, each time.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    [Test]
    public async Task A_killed_client_stops_a_loop_that_looks_at_its_token()
    {
        await using var server = await StartedServer.StartAsync();
        using var client = Hold(
            server, "/railops.probe.v1.ProbeService/Burn", "railops.probe.v1.WaitRequest", "railops.probe.v1.EchoResponse", new WaitRequest { Key = "burn" }, 1);
        await server.SeeStartedAsync("burn");
        await SeeBusyAsync();

        await KillAsync(client);
        var elapsed = Stopwatch.StartNew();
        await server.SeeStoppedAsync("burn");
        TestContext.Out.WriteLine($"the loop ended {elapsed.ElapsedMilliseconds} ms after the kill");
        Assert.That(elapsed.Elapsed, Is.LessThan(KillBound));
        await SeeRestAsync(elapsed);
    }

    [Test]
    public async Task A_killed_client_stops_a_ranking_of_what_matters_most()
    {
        var request = new RankCriticalLinksRequest { Scenario = Ask.About("japanese-siberia") };

        await KillWhileSolvingAsync("/railops.v1.InterdictionService/RankCriticalLinks", "railops.v1.RankCriticalLinks", request, callCount: 2);
    }

    [Test]
    public async Task A_killed_client_stops_its_assessments() =>
        await KillWhileSolvingAsync("/railops.v1.SupplyService/AssessSupply", "railops.v1.AssessSupply", Ask.Assess("japanese-siberia"), callCount: 60);

    [Test]
    public async Task A_deadline_of_50_ms_ends_a_loop_without_end()
    {
        await using var server = await StartedServer.StartAsync();
        var probe = new ProbeService.ProbeServiceClient(server.Channel);

        var median = await MedianAsync(number =>
            probe.BurnAsync(new WaitRequest { Key = $"deadline-{number}" }, deadline: DateTime.UtcNow.AddMilliseconds(50)).ResponseAsync);

        Assert.That(median, Is.LessThan(DeadlineBound));
        for (var number = 0; number < 9; number++)
            await server.SeeStoppedAsync($"deadline-{number}");
    }

    [Test]
    public async Task A_deadline_of_50_ms_ends_a_long_ranking_and_frees_its_solver()
    {
        await using var server = await StartedServer.StartAsync(data: RealServer.Data);
        var interdiction = new InterdictionService.InterdictionServiceClient(server.Channel);
        var request = new RankCriticalLinksRequest { Scenario = Ask.About("japanese-siberia") };
        await interdiction.RankCriticalLinksAsync(request);

        var median = await MedianAsync(_ =>
            interdiction.RankCriticalLinksAsync(request, deadline: DateTime.UtcNow.AddMilliseconds(50)).ResponseAsync);

        Assert.That(median, Is.LessThan(DeadlineBound));
        await SeeRestAsync(Stopwatch.StartNew());
    }

    private static async Task KillWhileSolvingAsync(string method, string type, IMessage request, int callCount)
    {
        await using var server = await StartedServer.StartAsync(data: RealServer.Data);
        using var client = Hold(server, method, $"{type}Request", $"{type}Response", request, callCount);
        await SeeBusyAsync();

        await KillAsync(client);
        var elapsed = Stopwatch.StartNew();
        await SeeAllSolversFreeAsync(server);
        Assert.That(elapsed.Elapsed, Is.LessThan(KillBound), "from the kill until all solvers were free");
        TestContext.Out.WriteLine($"all solvers free {elapsed.ElapsedMilliseconds} ms after the kill");
        await SeeRestAsync(elapsed);
    }

    private static async Task<TimeSpan> MedianAsync<T>(Func<int, Task<T>> call)
    {
        var times = new List<TimeSpan>();
        for (var number = 0; number < 9; number++)
        {
            var elapsed = Stopwatch.StartNew();
            var failure = (await Assert.ThrowsAsync<RpcException>(() => call(number)))!;
            times.Add(elapsed.Elapsed);
            Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.DeadlineExceeded), failure.Status.Detail);
        }
        times.Sort();
        TestContext.Out.WriteLine($"50 ms deadline: {string.Join(", ", times.Select(time => $"{time.TotalMilliseconds:F0}"))} ms");
        return times[times.Count / 2];
    }

    /// <summary>Waits until the solvers are busy for a whole watch; fails after 20 of them.</summary>
    private static async Task SeeBusyAsync()
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            if (await BusyAsync() > Watch / 6)
                return;
        }
        Assert.Fail("The solvers were never busy, so a kill would prove nothing.");
    }

    /// <summary>Takes every place of the solvers at once, which can only be when no solve runs and nobody waits.</summary>
    private static async Task SeeAllSolversFreeAsync(StartedServer server)
    {
        var gate = server.App.Services.GetRequiredService<SolveGate>();
        using var all = new CountdownEvent(new ServerOptions().ConcurrentSolveCount);
        await Task.WhenAll(Enumerable.Range(0, all.InitialCount).Select(_ => gate.RunAsync("test", Meet, CancellationToken.None)));

        bool Meet(CancellationToken token)
        {
            all.Signal();
            all.Wait(TimeSpan.FromSeconds(20), token);
            return true;
        }
    }

    /// <summary>Watches until little processor time is used. After a load the runtime's own compiler works on for a while, so it has some patience.</summary>
    private static async Task SeeRestAsync(Stopwatch sinceGone)
    {
        var seen = new List<double>();
        while (sinceGone.Elapsed < Patience)
        {
            seen.Add((await BusyAsync()).TotalMilliseconds);
            if (seen[^1] < Rest.TotalMilliseconds)
            {
                TestContext.Out.WriteLine($"at rest {sinceGone.ElapsedMilliseconds} ms after; processor time of each {Watch.TotalMilliseconds} ms: {string.Join(", ", seen)} ms");
                return;
            }
        }
        Assert.Fail($"Still busy after {sinceGone.ElapsedMilliseconds} ms; processor time of each {Watch.TotalMilliseconds} ms: {string.Join(", ", seen)} ms.");
    }

    /// <summary>Processor time that this process, and so the server in it, uses during a watch.</summary>
    private static async Task<TimeSpan> BusyAsync()
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        await Task.Delay(Watch);
        self.Refresh();
        return self.TotalProcessorTime - before;
    }

    private static Process Hold(StartedServer server, string method, string requestType, string replyType, IMessage request, int callCount)
    {
        var script = Path.Combine(OtherClient.Root, "tests", "clients", "python", "hold.py");
        var start = new ProcessStartInfo(OtherClient.Python)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            ArgumentList =
            {
                "-B", script, $"127.0.0.1:{server.Ports.GrpcPort}", Path.Combine(AppContext.BaseDirectory, "contracts.protoset"),
                method, requestType, replyType, Convert.ToBase64String(request.ToByteArray()), $"{callCount}",
            },
        };
        return Process.Start(start)!;
    }

    private static async Task KillAsync(Process client)
    {
        Assert.That(client.HasExited, Is.False, client.HasExited ? await client.StandardError.ReadToEndAsync() : "");
        client.Kill();
        await client.WaitForExitAsync();
    }
}
