using Grpc.Core;
using NUnit.Framework;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Rpc;

[TestFixture]
internal sealed class StreamingTests : ProbeFixture
{
    [TestCase(0)]
    [TestCase(1000)]
    public async Task A_client_stream_is_read_to_its_end(int count)
    {
        using var call = Client.Sum();
        for (var value = 0; value < count; value++)
            await call.RequestStream.WriteAsync(new CountResponse { Value = value });
        await call.RequestStream.CompleteAsync();

        Assert.That((await call).Value, Is.EqualTo(count * (count - 1L) / 2));
    }

    [Test]
    public async Task The_server_may_end_a_client_stream_early()
    {
        using var call = Client.Sum();
        await call.RequestStream.WriteAsync(new CountResponse { Value = 5 });
        await call.RequestStream.WriteAsync(new CountResponse { Value = -1 });

        Assert.That((await call).Value, Is.EqualTo(5));
    }

    [Test]
    public async Task Both_sides_can_take_turns()
    {
        using var call = Client.Chat();
        for (var turn = 0; turn < 100; turn++)
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = $"turn {turn}" });
            Assert.That(await call.ResponseStream.MoveNext());
            Assert.That(call.ResponseStream.Current.Text, Is.EqualTo($"turn {turn}"));
        }
        await call.RequestStream.CompleteAsync();

        Assert.That(await call.ResponseStream.MoveNext(), Is.False);
    }
}
