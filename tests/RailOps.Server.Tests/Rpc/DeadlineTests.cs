using Grpc.Core;
using NUnit.Framework;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Rpc;

[TestFixture]
internal sealed class DeadlineTests : ProbeFixture
{
    private static DateTime Soon => DateTime.UtcNow.AddMilliseconds(200);

    [Test]
    public async Task A_unary_call_ends_at_its_deadline_and_its_handler_stops()
    {
        var failure = (await Assert.ThrowsAsync<RpcException>(
            () => Client.WaitAsync(new WaitRequest { Key = "unary" }, deadline: Soon).ResponseAsync))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.DeadlineExceeded));
        await Server.SeeStoppedAsync("unary");
    }

    [Test]
    public async Task A_stream_ends_at_its_deadline_and_its_handler_stops()
    {
        using var call = Client.Count(new CountRequest { EndlessKey = "stream" }, deadline: Soon);

        var failure = (await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext())
            {
            }
        }))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.DeadlineExceeded));
        await Server.SeeStoppedAsync("stream");
    }

    [Test]
    public async Task A_handler_blocked_by_flow_control_stops_at_the_deadline()
    {
        using var call = Client.Count(new CountRequest { EndlessKey = "blocked", PayloadBytes = 256 * 1024 }, deadline: Soon);

        await Server.SeeStoppedAsync("blocked");
    }

    [Test]
    public async Task The_server_itself_says_DEADLINE_EXCEEDED()
    {
        using var raw = new RawCall(Server);

        var end = await raw.SendAsync("Wait", RawCall.Frame(RawCall.Bytes(new WaitRequest { Key = "raw" })), ("grpc-timeout", "100m"));

        Assert.That((end.HttpStatus, end.Status, end.Message), Is.EqualTo((200, 4, "Deadline Exceeded")));
        await Server.SeeStoppedAsync("raw");
    }

    [Test]
    public async Task A_call_that_is_done_before_its_deadline_is_not_disturbed_by_it()
    {
        var answer = await Client.EchoAsync(new EchoRequest { Text = "quick" }, deadline: DateTime.UtcNow.AddSeconds(30));

        Assert.That((answer.Text, answer.HasDeadline), Is.EqualTo(("quick", true)));
    }

    [TestCase("5")]
    [TestCase("m")]
    [TestCase("5x")]
    [TestCase("-5S")]
    [TestCase("123456789S")]
    public async Task A_malformed_timeout_is_ignored(string timeout)
    {
        using var raw = new RawCall(Server);

        var end = await raw.SendAsync("Echo", RawCall.Frame([]), ("grpc-timeout", timeout));

        Assert.That(end.Status, Is.Zero);
    }

    [Test]
    public async Task The_longest_timeout_does_not_overflow_the_timer()
    {
        using var raw = new RawCall(Server);

        Assert.That((await raw.SendAsync("Echo", RawCall.Frame([]), ("grpc-timeout", "99999999H"))).Status, Is.Zero);
    }
}
