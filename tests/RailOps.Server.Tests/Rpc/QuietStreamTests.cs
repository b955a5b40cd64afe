using Grpc.Core;
using NUnit.Framework;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Rpc;

/// <summary>Takes eight seconds of doing nothing, so other fixtures run at the same time.</summary>
[TestFixture]
[Parallelizable(ParallelScope.Self)]
internal sealed class QuietStreamTests : ProbeFixture
{
    [Test]
    public async Task A_stream_that_is_quiet_for_eight_seconds_goes_on()
    {
        using var sum = Client.Sum();
        using var chat = Client.Chat();
        await sum.RequestStream.WriteAsync(new CountResponse { Value = 1 });
        await Task.Delay(TimeSpan.FromSeconds(8));
        await sum.RequestStream.WriteAsync(new CountResponse { Value = 2 });
        await sum.RequestStream.CompleteAsync();
        await chat.RequestStream.WriteAsync(new EchoRequest { Text = "after all" });

        Assert.That((await sum).Value, Is.EqualTo(3));
        Assert.That(await chat.ResponseStream.MoveNext());
        Assert.That(chat.ResponseStream.Current.Text, Is.EqualTo("after all"));
    }
}
