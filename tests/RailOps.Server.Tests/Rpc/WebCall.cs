using System.Buffers.Binary;
using System.Net;
using System.Text;
using Google.Protobuf;
using RailOps.Server.Tests.Hosting;

namespace RailOps.Server.Tests.Rpc;

/// <summary>Calls by gRPC-Web with nothing but HTTP, as a browser's fetch would.</summary>
internal sealed class WebCall(StartedServer server) : IDisposable
{
    public const string Binary = "application/grpc-web+proto";
    public const string Text = "application/grpc-web-text+proto";

    private readonly HttpClient _http = new();

    /// <summary>A frame as base64, with its padding.</summary>
    public static byte[] Base64(byte[] body) => Encoding.ASCII.GetBytes(Convert.ToBase64String(body));

    public Task<WebReply> SendAsync(string method, IMessage request, string contentType = Binary, params (string Name, string Value)[] headers)
    {
        var frame = RawCall.Frame(RawCall.Bytes(request));
        return SendAsync($"/railops.probe.v1.ProbeService/{method}", IsText(contentType) ? Base64(frame) : frame, contentType, headers);
    }

    public async Task<WebReply> SendAsync(string path, byte[] body, string contentType, params (string Name, string Value)[] headers)
    {
        using var response = await StartAsync(path, body, contentType, headers);
        return Read(response, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Sends and returns at the headers; the body may still be under way.</summary>
    public async Task<HttpResponseMessage> StartAsync(
        string path, byte[] body, string contentType, (string Name, string Value)[] headers, CancellationToken token = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.HttpAddress + path)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
    }

    public void Dispose() => _http.Dispose();

    private static bool IsText(string contentType) => contentType.StartsWith("application/grpc-web-text", StringComparison.Ordinal);

    private static WebReply Read(HttpResponseMessage response, byte[] body)
    {
        var contentType = response.Content.Headers.ContentType?.ToString() ?? "";
        var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        var reply = new WebReply((int)response.StatusCode, contentType, headers, [], []);
        if (contentType.StartsWith("application/grpc-web", StringComparison.Ordinal))
            ReadFrames(reply, IsText(contentType) ? DecodePieces(Encoding.ASCII.GetString(body)) : body);
        return reply;
    }

    /// <summary>Pieces end with their padding, so padding may be anywhere.</summary>
    private static byte[] DecodePieces(string text)
    {
        var bytes = new List<byte>();
        for (var start = 0; start < text.Length; start += 4)
            bytes.AddRange(Convert.FromBase64String(text.Substring(start, 4)));
        return [.. bytes];
    }

    private static void ReadFrames(WebReply reply, byte[] body)
    {
        for (var start = 0; start < body.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(start + 1));
            var payload = body.AsSpan(start + 5, length).ToArray();
            if (reply.Trailers.Count > 0)
                throw new InvalidOperationException("A frame follows the trailers.");
            if (body[start] == 0x80)
                ReadTrailers(reply, Encoding.ASCII.GetString(payload));
            else
                reply.Messages.Add(payload);
            start += 5 + length;
        }
    }

    private static void ReadTrailers(WebReply reply, string lines)
    {
        foreach (var line in lines.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            reply.Trailers.Add(line[..colon], line[(colon + 2)..]);
        }
    }
}

/// <summary>How a gRPC-Web call ended.</summary>
internal sealed record WebReply(
    int HttpStatus, string ContentType, Dictionary<string, string> Headers, List<byte[]> Messages, Dictionary<string, string> Trailers)
{
    public string? Status => Trailers.GetValueOrDefault("grpc-status");

    public string StatusMessage => Uri.UnescapeDataString(Trailers.GetValueOrDefault("grpc-message", ""));
}
