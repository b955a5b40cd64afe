using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using RailOps.Server.Tests.Hosting;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Rpc;

[TestFixture]
internal sealed class LimitTests : ProbeFixture
{
    private const int LimitBytes = 4 * 1024 * 1024;

    [Test]
    public async Task A_request_over_the_limit_is_refused_and_the_next_call_answers()
    {
        var request = new EchoRequest { Payload = ByteString.CopyFrom(new byte[LimitBytes]) };

        var failure = (await Assert.ThrowsAsync<RpcException>(() => Client.EchoAsync(request).ResponseAsync))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.ResourceExhausted), failure.Status.Detail);
        Assert.That((await Client.EchoAsync(new EchoRequest { Text = "next" })).Text, Is.EqualTo("next"));
    }

    [Test]
    public async Task A_response_over_the_clients_limit_is_refused_and_the_next_call_answers()
    {
        var failure = (await Assert.ThrowsAsync<RpcException>(() => Client.EchoAsync(new EchoRequest { ReplyBytes = LimitBytes }).ResponseAsync))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.ResourceExhausted));
        Assert.That((await Client.EchoAsync(new EchoRequest { Text = "next" })).Text, Is.EqualTo("next"));
    }

    [Test]
    public async Task A_response_over_the_servers_limit_is_refused_and_the_next_call_answers()
    {
        await using var server = await StartedServer.StartAsync(configure: builder =>
            builder.Services.Configure<Grpc.AspNetCore.Server.GrpcServiceOptions>(grpc => grpc.MaxSendMessageSize = 1000));
        var client = new ProbeService.ProbeServiceClient(server.Channel);

        var failure = (await Assert.ThrowsAsync<RpcException>(() => client.EchoAsync(new EchoRequest { ReplyBytes = 1001 }).ResponseAsync))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.ResourceExhausted));
        Assert.That((await client.EchoAsync(new EchoRequest { Text = "next" })).Text, Is.EqualTo("next"));
    }

    [Test]
    public async Task A_request_over_the_clients_own_limit_is_not_sent()
    {
        using var channel = GrpcChannel.ForAddress(Server.GrpcAddress, new GrpcChannelOptions { MaxSendMessageSize = 10 });
        var client = new ProbeService.ProbeServiceClient(channel);

        var failure = (await Assert.ThrowsAsync<RpcException>(
            () => client.EchoAsync(new EchoRequest { Text = "more than ten bytes" }).ResponseAsync))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.ResourceExhausted));
    }

    [Test]
    public async Task A_server_that_is_not_there_is_UNAVAILABLE()
    {
        using var channel = GrpcChannel.ForAddress("http://127.0.0.1:1");

        var failure = (await Assert.ThrowsAsync<RpcException>(
            () => new ProbeService.ProbeServiceClient(channel).EchoAsync(new EchoRequest()).ResponseAsync))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.Unavailable));
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    public async Task Responses_are_compressed_when_configured_and_accepted(string encoding)
    {
        await using var server = await StartedServer.StartAsync(configure: builder =>
            builder.Services.Configure<Grpc.AspNetCore.Server.GrpcServiceOptions>(grpc => grpc.ResponseCompressionAlgorithm = encoding));
        using var raw = new RawCall(server);
        var request = RawCall.Frame(RawCall.Bytes(new EchoRequest { ReplyBytes = 100_000 }));

        var accepted = await raw.SendAsync("Echo", request, ("grpc-accept-encoding", $"identity,{encoding}"));
        var refused = await raw.SendAsync("Echo", request);
        var plain = await raw.SendAsync(
            "Echo", RawCall.Frame(RawCall.Bytes(new EchoRequest { ReplyBytes = 100_000, NoCompress = true })), ("grpc-accept-encoding", encoding));

        Assert.That((accepted.Encoding, accepted.Body[0]), Is.EqualTo((encoding, (byte)1)));
        Assert.That(accepted.Body, Has.Length.LessThan(2000));
        Assert.That((refused.Encoding, refused.Body[0]), Is.EqualTo(((string?)null, (byte)0)));
        Assert.That((plain.Encoding, plain.Body[0], plain.Body.Length), Is.EqualTo((encoding, (byte)0, EchoLength(plain))));
        var client = new ProbeService.ProbeServiceClient(server.Channel);
        Assert.That((await client.EchoAsync(new EchoRequest { ReplyBytes = 100_000 })).Payload, Has.Length.EqualTo(100_000));
    }

    /// <summary>Length of a frame with an echo of 100,000 bytes in it as it is.</summary>
    private static int EchoLength(RawEnd end)
    {
        var echo = EchoResponse.Parser.ParseFrom(end.Body.AsSpan(5));
        Assert.That(echo.Payload, Has.Length.EqualTo(100_000));
        return echo.CalculateSize() + 5;
    }
}
