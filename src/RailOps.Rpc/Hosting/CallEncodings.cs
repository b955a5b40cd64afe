using System.IO.Compression;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace RailOps.Rpc.Hosting;

/// <summary>What the messages of a call are compressed with.</summary>
/// <param name="Request">Encoding of compressed requests; null: none may be compressed.</param>
/// <param name="Response">Encoding of responses; null: not compressed.</param>
/// <param name="Level">How hard responses are compressed.</param>
internal sealed record CallEncodings(string? Request, string? Response, CompressionLevel Level)
{
    /// <summary>Agrees on encodings and names that of the responses in their headers.</summary>
    /// <exception cref="RpcException">UNIMPLEMENTED: requests come in an encoding that is not known.</exception>
    public static CallEncodings Agree(HttpContext http, GrpcServiceOptions options)
    {
        var request = RequestEncoding(http);
        var response = options.ResponseCompressionAlgorithm;
        if (response is null || !Compression.IsKnown(response) || !Accepts(http.Request, response))
            response = null;
        else
            http.Response.Headers[GrpcProtocol.EncodingHeader] = response;
        return new CallEncodings(request, response, options.ResponseCompressionLevel ?? CompressionLevel.Fastest);
    }

    private static string? RequestEncoding(HttpContext http)
    {
        var encoding = http.Request.Headers[GrpcProtocol.EncodingHeader].ToString();
        if (encoding is "" or "identity")
            return null;
        if (Compression.IsKnown(encoding))
            return encoding;
        http.Response.Headers[GrpcProtocol.AcceptEncodingHeader] = GrpcProtocol.AcceptedEncodings;
        throw new RpcException(new Status(
            StatusCode.Unimplemented, $"Encoding \"{encoding}\" is not known. Use one of {GrpcProtocol.AcceptedEncodings}."));
    }

    private static bool Accepts(HttpRequest request, string encoding) =>
        request.Headers[GrpcProtocol.AcceptEncodingHeader].ToString()
            .Split(',', StringSplitOptions.TrimEntries)
            .Contains(encoding, StringComparer.Ordinal);
}
