using System.IO.Compression;
using System.Net;
using NUnit.Framework;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Rpc;

[TestFixture]
internal sealed class ProtocolTests : ProbeFixture
{
    private const int Internal = 13;
    private const int ResourceExhausted = 8;
    private const int Unimplemented = 12;

    [TestCase("application/grpc", 200)]
    [TestCase("application/grpc+proto", 200)]
    [TestCase("application/grpc;charset=utf-8", 200)]
    [TestCase("application/grpcweb", 415)]
    [TestCase("application/json", 415)]
    public async Task The_content_type_decides_who_is_let_in(string contentType, int httpStatus)
    {
        using var raw = new RawCall(Server);

        var end = await raw.SendAsync(
            "/railops.probe.v1.ProbeService/Echo", RawCall.Frame([]), contentType, HttpVersion.Version20, Server.GrpcAddress);

        Assert.That((end.HttpStatus, end.Status), Is.EqualTo((httpStatus, httpStatus == 200 ? 0 : Internal)));
    }

    [Test]
    public async Task A_call_over_HTTP_1_1_is_told_to_upgrade()
    {
        using var raw = new RawCall(Server);

        var end = await raw.SendAsync(
            "/railops.probe.v1.ProbeService/Echo", RawCall.Frame([]), "application/grpc", HttpVersion.Version11, Server.HttpAddress);

        Assert.That((end.HttpStatus, end.Status), Is.EqualTo((426, Internal)));
    }

    [TestCase("/railops.probe.v1.ProbeService/Missing")]
    [TestCase("/no.such.Service/Echo")]
    public async Task An_unknown_method_or_service_is_UNIMPLEMENTED(string path)
    {
        using var raw = new RawCall(Server);

        var end = await raw.SendAsync(path, RawCall.Frame([]), "application/grpc", HttpVersion.Version20, Server.GrpcAddress);

        Assert.That((end.HttpStatus, end.Status), Is.EqualTo((200, Unimplemented)));
        Assert.That(end.Message, Does.Contain(path));
    }

    [Test]
    public async Task A_plain_request_to_an_unknown_path_stays_a_404()
    {
        using var http = new HttpClient();
        using var response = await http.PostAsync(new Uri($"{Server.HttpAddress}/no.such.Service/Echo"), new StringContent("x"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public Task A_body_without_a_message_is_INTERNAL() => EndsAsync([], Internal, "without a request message");

    [Test]
    public Task A_body_that_ends_inside_the_header_is_INTERNAL() => EndsAsync([0, 0, 0], Internal, "ends inside a message");

    [Test]
    public Task A_body_that_ends_inside_the_payload_is_INTERNAL() =>
        EndsAsync(RawCall.Frame([1, 2], claimedBytes: 50), Internal, "ends inside a message");

    [Test]
    public Task A_second_message_is_INTERNAL() => EndsAsync([.. RawCall.Frame([]), .. RawCall.Frame([])], Internal, "second message");

    [Test]
    public Task An_unknown_flag_is_INTERNAL() => EndsAsync(RawCall.Frame([], flag: 7), Internal, "flag of a message is 7");

    [Test]
    public Task A_compressed_message_without_an_encoding_is_INTERNAL() => EndsAsync(RawCall.Frame([1], flag: 1), Internal, "names no grpc-encoding");

    [Test]
    public Task A_payload_that_is_no_message_is_refused_without_its_internals() =>
        EndsAsync(RawCall.Frame([255, 255, 255, 255]), Internal, "A message of 4 bytes does not parse as EchoRequest.");

    [Test]
    public Task A_length_beyond_the_limit_is_refused_before_the_payload_is_there() =>
        EndsAsync(RawCall.Frame([1], claimedBytes: int.MaxValue), ResourceExhausted, "exceeds the limit of 4194304 bytes");

    [Test]
    public Task A_length_with_the_highest_bit_set_is_refused() =>
        EndsAsync(RawCall.Frame([1], claimedBytes: -1), ResourceExhausted, "4294967295 bytes");

    [TestCase("gzip")]
    [TestCase("deflate")]
    public async Task A_compressed_request_is_read(string encoding)
    {
        using var raw = new RawCall(Server);
        var message = RawCall.Bytes(new EchoRequest { Text = new string('ж', 1000) });

        var end = await raw.SendAsync("Echo", RawCall.Frame(Compress(message, encoding), flag: 1), ("grpc-encoding", encoding));

        Assert.That(end.Status, Is.Zero);
        Assert.That(EchoResponse.Parser.ParseFrom(end.Body.AsSpan(5)).Text, Is.EqualTo(new string('ж', 1000)));
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    public async Task A_compression_bomb_is_refused_and_the_connection_stays_usable(string encoding)
    {
        using var raw = new RawCall(Server);

        var end = await raw.SendAsync("Echo", RawCall.Frame(Compress(new byte[30_000_000], encoding), flag: 1), ("grpc-encoding", encoding));

        Assert.That(end.Status, Is.EqualTo(ResourceExhausted));
        Assert.That((await raw.SendAsync("Echo", RawCall.Frame([]))).Status, Is.Zero);
    }

    [Test]
    public async Task An_unknown_encoding_is_refused_with_the_list_of_known_ones()
    {
        using var raw = new RawCall(Server);

        var end = await raw.SendAsync("Echo", RawCall.Frame([1], flag: 1), ("grpc-encoding", "brotli"));

        Assert.That((end.Status, end.AcceptEncoding), Is.EqualTo((Unimplemented, "identity,gzip,deflate")));
    }

    [Test]
    public async Task Bytes_that_do_not_inflate_are_INTERNAL()
    {
        using var raw = new RawCall(Server);

        var end = await raw.SendAsync("Echo", RawCall.Frame([1, 2, 3, 4, 5, 6], flag: 1), ("grpc-encoding", "gzip"));

        Assert.That((end.Status, end.Message), Is.EqualTo((Internal, "The message does not decompress as gzip.")));
    }

    private static byte[] Compress(byte[] message, string encoding)
    {
        using var compressed = new MemoryStream();
        using (Stream deflater = encoding == "gzip"
            ? new GZipStream(compressed, CompressionLevel.Fastest)
            : new ZLibStream(compressed, CompressionLevel.Fastest))
        {
            deflater.Write(message);
        }
        return compressed.ToArray();
    }

    private async Task EndsAsync(byte[] body, int status, string text)
    {
        using var raw = new RawCall(Server);

        var end = await raw.SendAsync("Echo", body);

        Assert.That((end.HttpStatus, end.Status), Is.EqualTo((200, status)), end.Message);
        Assert.That(end.Message, Does.Contain(text));
        Assert.That((await raw.SendAsync("Echo", RawCall.Frame([]))).Status, Is.Zero, "the connection is no longer usable");
    }
}
