using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NUnit.Framework;
using RailOps.Contracts.Health;
using RailOps.Server.Hosting;
using RailOps.Server.Tests.Hosting;
using RailOps.Server.Tests.Services;

namespace RailOps.Server.Tests.Rpc;

/// <summary>
/// Requests that are almost right, and connections that are never finished: the server must neither crash nor hang nor fill the memory, and
/// must answer proper calls all the while. RAILOPS_FUZZ_COUNT says how many requests (default 4,000); the seed is fixed.
/// </summary>
[TestFixture]
[NonParallelizable]
internal sealed class FuzzTests
{
    private const int Seed = 19450809;
    private const int WorkerCount = 8;
    private const long GrowthLimitBytes = 200_000_000;
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    private static int RequestCount =>
        int.TryParse(Environment.GetEnvironmentVariable("RAILOPS_FUZZ_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 4000;

    [Test]
    public async Task Requests_that_are_almost_right_neither_crash_nor_hang_the_server_nor_fill_the_memory()
    {
        await using var server = await StartedServer.StartAsync(new ServerOptions { SolveTimeLimit = TimeSpan.FromSeconds(5) }, data: RealServer.Data);
        var before = HeapBytes();
        var elapsed = Stopwatch.StartNew();

        var outcomes = await WhileHealthAnswersAsync(
            server, Task.WhenAll(Enumerable.Range(0, WorkerCount).Select(worker => WorkAsync(server, worker, RequestCount / WorkerCount))));

        var counts = outcomes.SelectMany(each => each).CountBy(outcome => outcome, StringComparer.Ordinal).OrderBy(pair => pair.Key, StringComparer.Ordinal);
        var growth = HeapBytes() - before;
        TestContext.Out.WriteLine($"{RequestCount} requests in {elapsed.Elapsed.TotalSeconds:F1} s, memory grew by {growth / 1e6:F1} MB");
        TestContext.Out.WriteLine(string.Join(", ", counts.Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.That(growth, Is.LessThan(GrowthLimitBytes));
        Assert.That(
            outcomes.Sum(each => each.Count(outcome => outcome.StartsWith("status", StringComparison.Ordinal))),
            Is.GreaterThan(RequestCount / 3), "requests that got as far as a status");
    }

    [Test]
    public async Task A_thousand_connections_that_are_never_finished_leave_the_server_able_to_answer()
    {
        const int Count = 1000;
        await using var server = await StartedServer.StartAsync(new ServerOptions { ConnectionCount = 2 * Count });
        var before = HeapBytes();
        var open = new List<TcpClient>();
        try
        {
            var opening = OpenAsync(server, open, Count);
            await WhileHealthAnswersAsync(server, opening);
            var growth = HeapBytes() - before;

            TestContext.Out.WriteLine($"{Count} connections, memory grew by {growth / 1e6:F1} MB");
            Assert.That(growth, Is.LessThan(GrowthLimitBytes));
            await WhileHealthAnswersAsync(server, Task.FromResult(true));
        }
        finally
        {
            open.ForEach(client => client.Dispose());
        }
    }

    private static async Task<bool> OpenAsync(StartedServer server, List<TcpClient> open, int count)
    {
        var chat = RawHttp2.Headers(1, endHeaders: true, "/railops.probe.v1.ProbeService/Chat", ("content-type", "application/grpc"), ("te", "trailers"));
        byte[][] beginnings =
        [
            [],
            RawHttp2.Preface[..10],
            [.. RawHttp2.Preface, .. RawHttp2.Settings],
            [.. RawHttp2.Preface, .. RawHttp2.Settings, .. chat[..(chat.Length / 2)]],
            [.. RawHttp2.Preface, .. RawHttp2.Settings, .. chat],
            [.. RawHttp2.Preface, .. RawHttp2.Settings, .. chat, .. RawHttp2.Frame(0, 0, 1, [0, 0, 0, 1])],
        ];
        for (var number = 0; number < count; number++)
        {
            var client = new TcpClient();
            open.Add(client);
            var isHttp1 = number % 7 == 6;
            await client.ConnectAsync(IPAddress.Loopback, isHttp1 ? server.Ports.HttpPort : server.Ports.GrpcPort);
            await client.GetStream().WriteAsync(isHttp1 ? "POST /x HTTP/1.1\r\nHost: l"u8.ToArray() : beginnings[number % 7]);
        }
        return true;
    }

    /// <summary>Asks for health on a connection of its own until the work is done; each answer must come in time.</summary>
    private static async Task<T> WhileHealthAnswersAsync<T>(StartedServer server, Task<T> work)
    {
        var health = new Contracts.Health.Health.HealthClient(server.Channel);
        do
        {
            var answer = await health.CheckAsync(new HealthCheckRequest(), deadline: DateTime.UtcNow + LongestAnswer);
            Assert.That(answer.Status, Is.EqualTo(HealthCheckResponse.Types.ServingStatus.Serving));
            await Task.WhenAny(work, Task.Delay(20));
        }
        while (!work.IsCompleted);
        return await work;
    }

    [SuppressMessage("Performance", "CA1849", Justification = "A full collection is what is to be measured after.")]
    private static long HeapBytes() => GC.GetTotalMemory(forceFullCollection: true);

    /// <summary>One worker's requests, one after the other; what each ended with.</summary>
    private static async Task<List<string>> WorkAsync(StartedServer server, int worker, int count)
    {
        await Task.Yield();
        var input = new FuzzInput(Seed + worker);
        using var raw = new RawCall(server);
        using var web = new WebCall(server);
        var outcomes = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var one = OneAsync(server, raw, web, input);
            if (await Task.WhenAny(one, Task.Delay(LongestAnswer)) != one)
                Assert.Fail($"Request {number} of worker {worker} (seed {Seed + worker}) has no answer after {LongestAnswer.TotalSeconds} s.");
            outcomes.Add(await one);
        }
        return outcomes;
    }

    private static async Task<string> OneAsync(StartedServer server, RawCall raw, WebCall web, FuzzInput input)
    {
        try
        {
            return input.Next(20) switch
            {
                < 11 => await CallAsync(server, raw, input),
                < 15 => await WebAsync(web, input),
                < 18 => await SocketAsync(server.Ports.GrpcPort, input.Http2()),
                _ => await SocketAsync(server.Ports.HttpPort, input.Http1()),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException)
        {
            return $"refused: {exception.GetType().Name}";
        }
    }

    private static async Task<string> CallAsync(StartedServer server, RawCall raw, FuzzInput input)
    {
        var (path, body) = input.Call();
        var end = await raw.SendAsync(path, body, input.ContentType(), HttpVersion.Version20, server.GrpcAddress, input.SomeHeaders());
        return Outcome(end.HttpStatus, end.Status, end.Message);
    }

    private static async Task<string> WebAsync(WebCall web, FuzzInput input)
    {
        var (path, body) = input.Call();
        var isText = input.Next(2) == 0;
        var sent = isText ? input.Mutate(WebCall.Base64(body), 1) : body;
        var reply = await web.SendAsync(path, sent, isText ? WebCall.Text : WebCall.Binary, [.. input.SomeHeaders().Where(header => header.Name != "te")]);
        return Outcome(reply.HttpStatus, reply.Status is { } status ? int.Parse(status, CultureInfo.InvariantCulture) : null, reply.StatusMessage);
    }

    /// <summary>A 200 without a status would leave the caller in the dark. The method Fail does what it is told, also by a changed request.</summary>
    private static string Outcome(int httpStatus, int? status, string message)
    {
        Assert.That(
            message,
            Does.Not.Match("fault of the server|Exception was thrown by handler").Or.Contain("ProbeService/Fail"),
            "a handler met something that nobody thought of");
        Assert.That(httpStatus != 200 || status is not null, $"HTTP {httpStatus} without a status");
        Assert.That(httpStatus, Is.LessThan(500));
        return httpStatus != 200 ? $"HTTP {httpStatus}" : status is >= 0 and <= 16 ? $"status {status:00}" : "status above 16";
    }

    /// <summary>Sends, ends the sending side, and reads until the server closes.</summary>
    private static async Task<string> SocketAsync(int port, byte[] bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await client.Client.SendAsync(bytes);
        client.Client.Shutdown(SocketShutdown.Send);
        var buffer = new byte[4096];
        while (await client.Client.ReceiveAsync(buffer) > 0)
        {
        }
        return "socket closed";
    }
}
