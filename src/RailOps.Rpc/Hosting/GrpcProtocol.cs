using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace RailOps.Rpc.Hosting;

/// <summary>Names of the protocol and the checks a request must pass (gRPC over HTTP2, PROTOCOL-HTTP2 of the gRPC project).</summary>
internal static class GrpcProtocol
{
    public const string ContentType = "application/grpc";
    public const string WebContentType = "application/grpc-web";
    public const string StatusTrailer = "grpc-status";
    public const string MessageTrailer = "grpc-message";
    public const string TimeoutHeader = "grpc-timeout";
    public const string EncodingHeader = "grpc-encoding";
    public const string AcceptEncodingHeader = "grpc-accept-encoding";
    public const string AcceptedEncodings = "identity,gzip,deflate";
    public const int FrameHeaderBytes = 5;

    /// <summary>True for <c>application/grpc</c>, <c>application/grpc+…</c> and <c>application/grpc;…</c>.</summary>
    public static bool IsGrpcContentType(string? contentType) =>
        contentType is not null
        && contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == ContentType.Length || contentType[ContentType.Length] is '+' or ';');

    /// <summary>True for the content types of gRPC-Web. Routes are chosen before a middleware turns them into gRPC.</summary>
    public static bool IsGrpcWebContentType(string? contentType) =>
        contentType is not null && contentType.StartsWith(WebContentType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Answers what is no gRPC request with 426 or 415 and returns false.</summary>
    public static bool Accept(HttpContext http)
    {
        if (!HttpProtocol.IsHttp2(http.Request.Protocol) && !HttpProtocol.IsHttp3(http.Request.Protocol))
        {
            http.Response.Headers.Upgrade = HttpProtocol.Http2;
            Refuse(http, StatusCodes.Status426UpgradeRequired, $"gRPC needs HTTP/2; this request came over {http.Request.Protocol}.");
            return false;
        }
        if (!IsGrpcContentType(http.Request.ContentType))
        {
            Refuse(http, StatusCodes.Status415UnsupportedMediaType, $"Content type must be {ContentType}.");
            return false;
        }
        http.Response.ContentType = ContentType;
        return true;
    }

    /// <summary>Puts a status into the trailers.</summary>
    public static void AppendStatus(HttpResponse response, Status status)
    {
        response.AppendTrailer(StatusTrailer, StatusNumber(status.StatusCode));
        if (!string.IsNullOrEmpty(status.Detail))
            response.AppendTrailer(MessageTrailer, StatusMessage.Encode(status.Detail));
    }

    private static string StatusNumber(StatusCode code) => ((int)code).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Refuse(HttpContext http, int httpStatus, string message)
    {
        http.Response.StatusCode = httpStatus;
        http.Response.Headers[StatusTrailer] = StatusNumber(StatusCode.Internal);
        http.Response.Headers[MessageTrailer] = StatusMessage.Encode(message);
    }
}
