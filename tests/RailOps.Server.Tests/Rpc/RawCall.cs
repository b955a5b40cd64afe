using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using Google.Protobuf;
using RailOps.Server.Tests.Hosting;

namespace RailOps.Server.Tests.Rpc;

/// <summary>Sends bytes of our making over HTTP/2, for what no proper client sends.</summary>
internal sealed class RawCall(StartedServer server) : IDisposable
{
    private readonly HttpClient _http = new();

    public static byte[] Bytes(IMessage message) => message.ToByteArray();

    /// <summary>A frame: flag, length, payload.</summary>
    public static byte[] Frame(byte[] payload, byte flag = 0, int? claimedBytes = null)
    {
        var frame = new byte[5 + payload.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), claimedBytes ?? payload.Length);
        payload.CopyTo(frame, 5);
        return frame;
    }

    public Task<RawEnd> SendAsync(string method, byte[] body, params (string Name, string Value)[] headers) =>
        SendAsync($"/railops.probe.v1.ProbeService/{method}", body, "application/grpc", HttpVersion.Version20, server.GrpcAddress, headers);

    public async Task<RawEnd> SendAsync(
        string path, byte[] body, string contentType, Version version, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address + path)
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.TryAddWithoutValidation("TE", "trailers");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var content = await response.Content.ReadAsByteArrayAsync();
        return new RawEnd(
            (int)response.StatusCode,
            Find(response, "grpc-status") is { } status ? int.Parse(status, CultureInfo.InvariantCulture) : null,
            Find(response, "grpc-message") is { } message ? Uri.UnescapeDataString(message) : "",
            content,
            Find(response, "grpc-accept-encoding"),
            Find(response, "grpc-encoding"));
    }

    public void Dispose() => _http.Dispose();

    private static string? Find(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var trailers) ? trailers.Single()
        : response.Headers.TryGetValues(name, out var headers) ? headers.Single()
        : null;
}

/// <summary>How a raw call ended.</summary>
internal sealed record RawEnd(int HttpStatus, int? Status, string Message, byte[] Body, string? AcceptEncoding, string? Encoding);
