using Google.Protobuf;
using Grpc.Core;
using NUnit.Framework;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Rpc;

[TestFixture]
internal sealed class UnaryTests : ProbeFixture
{
    [TestCase("")]
    [TestCase("Слюдянка")]
    public async Task A_text_comes_back_as_it_went(string text) =>
        Assert.That((await Client.EchoAsync(new EchoRequest { Text = text })).Text, Is.EqualTo(text));

    [Test]
    public async Task A_request_larger_than_the_flow_control_window_arrives()
    {
        var payload = ByteString.CopyFrom(Enumerable.Range(0, 3_900_000).Select(index => (byte)(index % 251)).ToArray());

        var response = await Client.EchoAsync(new EchoRequest { Payload = payload });

        Assert.That(response.Payload == payload, "the 3.9 MB payload changed on the way");
    }

    [Test]
    public async Task A_response_of_fifteen_megabytes_arrives_where_the_client_allows_it()
    {
        using var channel = Grpc.Net.Client.GrpcChannel.ForAddress(
            Server.GrpcAddress, new Grpc.Net.Client.GrpcChannelOptions { MaxReceiveMessageSize = 16_000_000 });

        var response = await new ProbeService.ProbeServiceClient(channel).EchoAsync(new EchoRequest { ReplyBytes = 15_000_000 });

        Assert.That(response.Payload, Has.Length.EqualTo(15_000_000));
    }

    [Test]
    public void A_blocking_call_answers_too() => Assert.That(Client.Echo(new EchoRequest { Text = "now" }).Text, Is.EqualTo("now"));

    [Test]
    public async Task The_peer_is_named_with_address_and_port() =>
        Assert.That((await Client.EchoAsync(new EchoRequest())).Peer, Does.Match(@"^ipv4:127\.0\.0\.1:\d+$"));

    [Test]
    public async Task Three_hundred_calls_at_once_all_answer()
    {
        var calls = Enumerable.Range(0, 300).Select(number => Client.EchoAsync(new EchoRequest { Text = $"{number}" }).ResponseAsync);

        var answers = await Task.WhenAll(calls);

        Assert.That(answers.Select(answer => answer.Text), Is.EqualTo(Enumerable.Range(0, 300).Select(number => $"{number}")));
    }

    [Test]
    public async Task Text_and_binary_metadata_travel_both_ways()
    {
        byte[] bytes = [0, 1, 2, 253, 254, 255];
        var sent = new Metadata { { "x-text", "a value, with a comma" }, { "x-bytes-bin", bytes } };
        using var call = Client.EchoAsync(new EchoRequest(), sent);

        var headers = await call.ResponseHeadersAsync;
        await call.ResponseAsync;

        foreach (var received in new[] { headers, call.GetTrailers() })
        {
            Assert.That(received.GetValue("x-text"), Is.EqualTo("a value, with a comma"));
            Assert.That(received.GetValueBytes("x-bytes-bin"), Is.EqualTo(bytes));
        }
    }

    [Test]
    public async Task Repeated_text_metadata_arrives_as_one_entry_joined_by_commas()
    {
        using var call = Client.EchoAsync(new EchoRequest(), new Metadata { { "x-twice", "one" }, { "x-twice", "two" } });

        await call.ResponseAsync;

        Assert.That(call.GetTrailers().GetValue("x-twice"), Is.EqualTo("one,two").Or.EqualTo("one, two"));
    }
}
