using System.Globalization;
using Grpc.Core;
using RailOps.Server.Errors;

namespace RailOps.Server.Security;

/// <summary>Answers a request without running it: gRPC by a status in the headers alone, HTTP by a status code and a sentence.</summary>
internal static class Refusal
{
    private const string GrpcContentType = "application/grpc";

    /// <summary>Writes the answer.</summary>
    public static Task WriteAsync(HttpContext http, RpcException failure)
    {
        var isGrpc = http.Request.ContentType?.StartsWith(GrpcContentType, StringComparison.OrdinalIgnoreCase) == true;
        return isGrpc ? WriteGrpcAsync(http, failure) : WriteHttpAsync(http, failure);
    }

    private static Task WriteGrpcAsync(HttpContext http, RpcException failure)
    {
        var headers = http.Response.Headers;
        http.Response.ContentType = GrpcContentType;
        headers["grpc-status"] = ((int)failure.StatusCode).ToString(CultureInfo.InvariantCulture);
        headers["grpc-message"] = Uri.EscapeDataString(failure.Status.Detail);
        headers[RpcErrors.DetailsTrailer] = Convert.ToBase64String(failure.Trailers.GetValueBytes(RpcErrors.DetailsTrailer)!).TrimEnd('=');
        return Task.CompletedTask;
    }

    private static Task WriteHttpAsync(HttpContext http, RpcException failure)
    {
        if (failure.StatusCode == StatusCode.Unauthenticated)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        if (RpcErrors.RetryAfter(failure) is { } wait)
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var code = failure.StatusCode == StatusCode.Unauthenticated ? StatusCodes.Status401Unauthorized : StatusCodes.Status429TooManyRequests;
        return Results.Text($"{failure.Status.Detail}\n", statusCode: code).ExecuteAsync(http);
    }
}
