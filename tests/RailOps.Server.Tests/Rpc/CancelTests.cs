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
    public async Task A_cancelled_conversation_ends_as_CANCELLED_and_the_connection_goes_on()
    {
        using var source = new CancellationTokenSource();
        using var call = Client.Chat(cancellationToken: source.Token);
        await call.RequestStream.WriteAsync(new EchoRequest { Text = "one" });
        Assert.That(await call.ResponseStream.MoveNext());
        var next = call.ResponseStream.MoveNext();
        await source.CancelAsync();

        Assert.That((await Assert.ThrowsAsync<RpcException>(() => next))!.StatusCode, Is.EqualTo(StatusCode.Cancelled));
        Assert.That((await Client.EchoAsync(new EchoRequest { Text = "next" })).Text, Is.EqualTo("next"));
    }

    [Test]
    public async Task Cancel_frees_a_client_that_flow_control_blocks_while_it_sends()
    {
        using var source = new CancellationTokenSource();
        using var call = Client.Chat(cancellationToken: source.Token);
        var message = new EchoRequest { Text = new string('x', 500_000) };
        var sending = SendUntilRefusedAsync();
        await Task.Delay(300);
        Assert.That(sending.IsCompleted, Is.False, "nobody reads the echoes, so sending must have come to a stop");
        await source.CancelAsync();

        await sending.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.That((await Client.EchoAsync(new EchoRequest { Text = "next" })).Text, Is.EqualTo("next"));

        async Task SendUntilRefusedAsync()
        {
            try
            {
                while (true)
                    await call.RequestStream.WriteAsync(message);
            }
            catch (Exception exception) when (exception is RpcException or OperationCanceledException or IOException)
            {
                Assert.That(source.IsCancellationRequested, $"sending ended before it was cancelled: {exception.Message}");
            }
        }
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
