using System.Text;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using RailOps.Server.GrpcWeb;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Rpc;

[TestFixture]
internal sealed class GrpcWebTests : ProbeFixture
{
    private const string Echo = "/railops.probe.v1.ProbeService/Echo";

    private WebCall _web = null!;

    [OneTimeSetUp]
    public void Open() => _web = new WebCall(Server);

    [OneTimeTearDown]
    public void Close() => _web.Dispose();

    [TestCase("application/grpc-web")]
    [TestCase("application/grpc-web+proto")]
    [TestCase("application/grpc-web-text")]
    [TestCase("application/grpc-web-text+proto")]
    public async Task A_unary_call_answers_in_the_format_it_came_in(string contentType)
    {
        var reply = await _web.SendAsync("Echo", new EchoRequest { Text = "Слюдянка" }, contentType);

        Assert.That((reply.HttpStatus, reply.ContentType, reply.Status), Is.EqualTo((200, contentType, "0")));
        Assert.That(EchoResponse.Parser.ParseFrom(reply.Messages.Single()).Text, Is.EqualTo("Слюдянка"));
    }

    [TestCase(WebCall.Binary, WebCall.Text)]
    [TestCase(WebCall.Text, WebCall.Binary)]
    public async Task The_accept_header_chooses_the_format_of_the_answer(string contentType, string accept)
    {
        var reply = await _web.SendAsync("Echo", new EchoRequest { Text = "x" }, contentType, ("Accept", accept));

        Assert.That((reply.ContentType, reply.Status, reply.Messages.Count), Is.EqualTo((accept, "0", 1)));
    }

    [Test]
    public async Task A_stream_arrives_whole([Values(WebCall.Binary, WebCall.Text)] string contentType, [Values(0, 1, 1000)] int count)
    {
        var reply = await _web.SendAsync("Count", new CountRequest { MessageCount = count }, contentType);

        Assert.That(reply.Status, Is.EqualTo("0"));
        Assert.That(
            reply.Messages.Select(message => CountResponse.Parser.ParseFrom(message).Value),
            Is.EqualTo(Enumerable.Range(0, count).Select(value => (long)value)));
    }

    [TestCase(WebCall.Binary)]
    [TestCase(WebCall.Text)]
    public async Task A_large_payload_comes_back_as_it_went(string contentType)
    {
        var payload = ByteString.CopyFrom(Enumerable.Range(0, 3_900_000).Select(index => (byte)(index % 251)).ToArray());

        var reply = await _web.SendAsync("Echo", new EchoRequest { Payload = payload }, contentType);

        Assert.That(reply.Status, Is.EqualTo("0"), reply.StatusMessage);
        Assert.That(EchoResponse.Parser.ParseFrom(reply.Messages.Single()).Payload == payload, "the 3.9 MB payload changed on the way");
    }

    [Test]
    public async Task A_text_body_may_have_padding_wherever_the_caller_flushed()
    {
        var frame = RawCall.Frame(RawCall.Bytes(new EchoRequest { Text = "padding in the middle" }));
        byte[] body = [.. WebCall.Base64(frame[..1]), .. WebCall.Base64(frame[1..6]), .. WebCall.Base64(frame[6..])];

        var reply = await _web.SendAsync(Echo, body, WebCall.Text);

        Assert.That(Encoding.ASCII.GetString(body[..8]), Does.Contain("=="));
        Assert.That(EchoResponse.Parser.ParseFrom(reply.Messages.Single()).Text, Is.EqualTo("padding in the middle"));
    }

    [TestCase("AAAA!!!!", "has characters that are no base64")]
    [TestCase("AAAA AAA", "has characters that are no base64")]
    [TestCase("AAA=A===", "has characters that are no base64")]
    [TestCase("AAAAA", "ends inside a group of four characters")]
    public async Task A_text_body_that_is_no_base64_is_INTERNAL(string body, string text)
    {
        var reply = await _web.SendAsync(Echo, Encoding.ASCII.GetBytes(body), WebCall.Text);

        Assert.That(reply.Status, Is.EqualTo("13"));
        Assert.That(reply.StatusMessage, Does.Contain(text));
    }

    [Test]
    public async Task A_failure_gives_text_and_details_in_the_trailers([Values(WebCall.Binary, WebCall.Text)] string contentType)
    {
        var reply = await _web.SendAsync(
            "Fail", new FailRequest { Code = 3, Text = "50 % of Слюдянка\nis gone", WithDetails = true }, contentType);

        Assert.That((reply.HttpStatus, reply.Status, reply.StatusMessage), Is.EqualTo((200, "3", "50 % of Слюдянка\nis gone")));
        var details = Contracts.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(reply.Trailers["grpc-status-details-bin"]));
        Assert.That(details.Code, Is.EqualTo(3));
    }

    [Test]
    public async Task A_stream_that_fails_midway_gives_its_messages_first()
    {
        var reply = await _web.SendAsync("Count", new CountRequest { MessageCount = 3, Fail = true });

        Assert.That((reply.Messages.Count, reply.Status, reply.Trailers["x-after"]), Is.EqualTo((3, "10", "trailer")));
    }

    [Test]
    public async Task Metadata_travels_both_ways()
    {
        var reply = await _web.SendAsync("Echo", new EchoRequest(), WebCall.Binary, ("x-text", "a value"), ("x-bytes-bin", "AAH+/w=="));

        Assert.That((reply.Headers["x-text"], reply.Trailers["x-text"]), Is.EqualTo(("a value", "a value")));
        Assert.That((reply.Headers["x-bytes-bin"], reply.Trailers["x-bytes-bin"]), Is.EqualTo(("AAH+/w==", "AAH+/w==")));
    }

    [TestCase(WebCall.Binary)]
    [TestCase(WebCall.Text)]
    public async Task A_deadline_ends_the_call_and_its_handler(string contentType)
    {
        var key = $"web-{contentType}";

        var reply = await _web.SendAsync("Wait", new WaitRequest { Key = key }, contentType, ("grpc-timeout", "100m"));

        Assert.That((reply.Status, reply.StatusMessage), Is.EqualTo(("4", "Deadline Exceeded")));
        await Server.SeeStoppedAsync(key);
        Assert.That((await _web.SendAsync("Echo", new EchoRequest())).Status, Is.EqualTo("0"), "the connection is no longer usable");
    }

    [Test]
    public async Task Messages_arrive_while_the_stream_is_open_and_leaving_stops_the_handler()
    {
        var frame = RawCall.Frame(RawCall.Bytes(new CountRequest { EndlessKey = "web-endless" }));
        using var response = await _web.StartAsync("/railops.probe.v1.ProbeService/Count", frame, WebCall.Binary, []);
        await using (var body = await response.Content.ReadAsStreamAsync())
            await body.ReadExactlyAsync(new byte[1000]).AsTask().WaitAsync(TimeSpan.FromSeconds(5));
        response.Dispose();

        await Server.SeeStoppedAsync("web-endless");
    }

    [Test]
    public async Task Too_large_requests_are_refused()
    {
        var reply = await _web.SendAsync("Echo", new EchoRequest { Payload = ByteString.CopyFrom(new byte[4 * 1024 * 1024]) });

        Assert.That(reply.Status, Is.EqualTo("8"));
    }

    [TestCase("/railops.probe.v1.ProbeService/Missing")]
    [TestCase("/no.such.Service/Echo")]
    public async Task Unknown_methods_are_UNIMPLEMENTED(string path) =>
        Assert.That((await _web.SendAsync(path, RawCall.Frame([]), WebCall.Binary)).Status, Is.EqualTo("12"));

    [TestCase("application/grpc-web+json")]
    [TestCase("application/grpc-web-text+thrift")]
    [TestCase("application/grpc-website")]
    public async Task Other_formats_are_refused_by_HTTP_status(string contentType) =>
        Assert.That((await _web.SendAsync(Echo, RawCall.Frame([]), contentType)).HttpStatus, Is.EqualTo(415));

    [Test]
    public async Task Calls_are_measured_like_those_over_HTTP_2()
    {
        await _web.SendAsync("Fail", new FailRequest { Code = 7 });
        using var http = new HttpClient();

        var text = await http.GetStringAsync(new Uri($"{Server.HttpAddress}/metrics"));

        Assert.That(text, Does.Match("_count\\{.*rpc_method=\"railops.probe.v1.ProbeService/Fail\",rpc_status_code=\"PERMISSION_DENIED\""));
    }

    [Test]
    public void No_trailer_can_add_a_line()
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();

        TrailerFrame.Write(output, new HeaderDictionary { ["X-Note"] = "one\r\ngrpc-status: 0" });

        Assert.That(Encoding.ASCII.GetString(output.WrittenSpan[5..]), Is.EqualTo("x-note: one??grpc-status: 0\r\n"));
    }
}
