using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using RailOps.Rpc.Hosting;

namespace RailOps.Rpc.Client;

/// <summary>How a response ended, from its trailers, its headers or its HTTP status.</summary>
internal static class ClientStatus
{
    /// <summary>The status and trailers of a response that has been read to its end.</summary>
    public static (Status Status, Metadata Trailers) Of(HttpResponseMessage response)
    {
        if (Find(response.TrailingHeaders) is { } fromTrailers)
            return (fromTrailers, Read(response.TrailingHeaders));
        if (Find(response.Headers) is { } fromHeaders)
            return (fromHeaders, Read(response.Headers));
        var code = response.StatusCode == HttpStatusCode.OK ? StatusCode.Unknown : OfHttp(response.StatusCode);
        return (new Status(code, $"The response has no grpc-status; HTTP status {(int)response.StatusCode}."), []);
    }

    /// <summary>Headers or trailers as metadata, without those of the protocol.</summary>
    public static Metadata Read(HttpHeaders headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers.NonValidated)
        {
            if (!name.StartsWith("grpc-", StringComparison.OrdinalIgnoreCase) || name.Equals("grpc-status-details-bin", StringComparison.OrdinalIgnoreCase))
                MetadataCodec.Add(metadata, name, values.ToArray());
        }
        return metadata;
    }

    private static Status? Find(HttpHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues(GrpcProtocol.StatusTrailer, out var values))
            return null;
        var code = int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 16
            ? (StatusCode)number
            : StatusCode.Unknown;
        var message = headers.NonValidated.TryGetValues(GrpcProtocol.MessageTrailer, out var texts) ? StatusMessage.Decode(texts.ToString()) : "";
        return new Status(code, message);
    }

    private static StatusCode OfHttp(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => StatusCode.Internal,
        HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
        HttpStatusCode.NotFound => StatusCode.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
            => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };
}
