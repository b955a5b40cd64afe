using Google.Protobuf;
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

    [Test]
    public async Task Fifty_megabytes_arrive_though_Kestrel_would_stop_a_body_at_thirty()
    {
        var message = new CountResponse { Value = 1, Payload = ByteString.CopyFrom(new byte[1_000_000]) };
        using var call = Client.Sum();
        for (var count = 0; count < 50; count++)
            await call.RequestStream.WriteAsync(message);
        await call.RequestStream.CompleteAsync();

        Assert.That((await call).Value, Is.EqualTo(50));
    }

    [Test]
    public async Task Five_hundred_messages_may_be_under_way_in_both_directions()
    {
        using var call = Client.Chat();
        var sending = SendAsync();
        var texts = new List<string>();
        await foreach (var message in call.ResponseStream.ReadAllAsync())
            texts.Add(message.Text);
        await sending;

        Assert.That(texts, Is.EqualTo(Enumerable.Range(0, 500).Select(number => $"{number}")));

        async Task SendAsync()
        {
            for (var number = 0; number < 500; number++)
                await call.RequestStream.WriteAsync(new EchoRequest { Text = $"{number}" });
            await call.RequestStream.CompleteAsync();
        }
    }
}
