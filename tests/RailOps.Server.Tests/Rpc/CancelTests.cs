using Grpc.Core;
using NUnit.Framework;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Rpc;

[TestFixture]
internal sealed class CancelTests : ProbeFixture
{
    [Test]
    public async Task A_cancelled_unary_call_stops_its_handler()
    {
        using var source = new CancellationTokenSource();
        using var call = Client.WaitAsync(new WaitRequest { Key = "unary" }, cancellationToken: source.Token);
        await Server.SeeStartedAsync("unary");
        await source.CancelAsync();

        var failure = (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.Cancelled));
        await Server.SeeStoppedAsync("unary");
    }

    [Test]
    public async Task A_disposed_stream_stops_its_handler()
    {
        var call = Client.Count(new CountRequest { EndlessKey = "disposed" });
        Assert.That(await call.ResponseStream.MoveNext());
        call.Dispose();

        await Server.SeeStoppedAsync("disposed");
    }

    [Test]
    public async Task A_cancelled_stream_stops_a_handler_that_flow_control_blocks()
    {
        using var source = new CancellationTokenSource();
        using var call = Client.Count(new CountRequest { EndlessKey = "blocked", PayloadBytes = 256 * 1024 }, cancellationToken: source.Token);
        Assert.That(await call.ResponseStream.MoveNext());
        await Task.Delay(200);
        await source.CancelAsync();

        await Server.SeeStoppedAsync("blocked");
    }

    [Test]
    public async Task Other_calls_on_the_connection_go_on()
    {
        using var call = Client.Count(new CountRequest { EndlessKey = "neighbour" });
        Assert.That(await call.ResponseStream.MoveNext());
        call.Dispose();

        Assert.That((await Client.EchoAsync(new EchoRequest { Text = "still here" })).Text, Is.EqualTo("still here"));
    }
}
