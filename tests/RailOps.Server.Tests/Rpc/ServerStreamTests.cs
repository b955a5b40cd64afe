using Grpc.Core;
using NUnit.Framework;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Rpc;

[TestFixture]
internal sealed class ServerStreamTests : ProbeFixture
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(1000)]
    public async Task All_messages_arrive_in_order(int count)
    {
        using var call = Client.Count(new CountRequest { MessageCount = count });

        var values = await ReadAsync(call);

        Assert.That(values, Is.EqualTo(Enumerable.Range(0, count).Select(value => (long)value)));
        Assert.That(call.GetStatus().StatusCode, Is.EqualTo(StatusCode.OK));
    }

    [Test]
    public async Task A_stream_that_fails_midway_gives_its_messages_first_and_then_status_and_trailers()
    {
        using var call = Client.Count(new CountRequest { MessageCount = 7, Fail = true });
        var values = new List<long>();

        var failure = (await Assert.ThrowsAsync<RpcException>(async () =>
        {
            await foreach (var message in call.ResponseStream.ReadAllAsync())
                values.Add(message.Value);
        }))!;

        Assert.That(values, Has.Count.EqualTo(7));
        Assert.That((failure.StatusCode, failure.Status.Detail), Is.EqualTo((StatusCode.Aborted, "stopped midway")));
        Assert.That(failure.Trailers.GetValue("x-after"), Is.EqualTo("trailer"));
    }

    [Test]
    public async Task A_slow_reader_holds_the_handler_back_and_loses_nothing()
    {
        using var call = Client.Count(new CountRequest { MessageCount = 200, PayloadBytes = 64 * 1024 });
        Assert.That(await call.ResponseStream.MoveNext());
        await Task.Delay(300);

        Assert.That(await ReadAsync(call), Has.Count.EqualTo(199));
    }

    private static async Task<List<long>> ReadAsync(AsyncServerStreamingCall<CountResponse> call)
    {
        var values = new List<long>();
        await foreach (var message in call.ResponseStream.ReadAllAsync())
            values.Add(message.Value);
        return values;
    }
}
