using System.Diagnostics;
using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;

namespace RailOps.Server.Telemetry;

/// <summary>Names the request span, gives it the attributes of RPC or HTTP, and records the duration of gRPC calls.</summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="telemetry">Records.</param>
/// <param name="time">Measures.</param>
internal sealed class RequestTelemetryMiddleware(RequestDelegate next, RailOpsTelemetry telemetry, TimeProvider time)
{
    private const string StatusTrailer = "grpc-status";

    /// <summary>Runs the request and records how it ended.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var start = time.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            Record(http, time.GetElapsedTime(start));
        }
    }

    private void Record(HttpContext http, TimeSpan duration)
    {
        var span = http.Features.Get<IHttpActivityFeature>()?.Activity;
        if (StatusOf(http) is { } code)
            RecordCall(span, MethodOf(http), code, duration);
        else
            DescribeHttp(span, http);
    }

    private void RecordCall(Activity? span, string method, StatusCode code, TimeSpan duration)
    {
        var status = StatusNames.Of(code);
        var attributes = new TagList
        {
            { TelemetryNames.RpcSystemName, "grpc" },
            { TelemetryNames.RpcMethod, method },
            { TelemetryNames.RpcStatusCode, status },
        };
        if (code != StatusCode.OK)
            attributes.Add(TelemetryNames.ErrorType, status);
        telemetry.CallFinished(duration, attributes);
        if (span is null)
            return;
        span.DisplayName = method;
        foreach (var (key, value) in attributes)
            span.SetTag(key, value);
        if (StatusNames.IsServerFault(code))
            span.SetStatus(ActivityStatusCode.Error);
    }

    private static void DescribeHttp(Activity? span, HttpContext http)
    {
        if (span is null)
            return;
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? http.Request.Method : $"{http.Request.Method} {route}";
        span.SetTag(TelemetryNames.HttpRoute, route);
        span.SetTag(TelemetryNames.HttpResponseStatusCode, http.Response.StatusCode);
    }

    /// <summary>Null: not a gRPC call. The host puts the status into the trailers, or into the headers if nothing else is sent.</summary>
    private static StatusCode? StatusOf(HttpContext http)
    {
        var trailers = http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        var text = trailers?[StatusTrailer].ToString();
        if (string.IsNullOrEmpty(text))
            text = http.Response.Headers[StatusTrailer].ToString();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? (StatusCode)code : null;
    }

    /// <summary>Only names of methods that exist, so that callers cannot make up attribute values.</summary>
    private static string MethodOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName.TrimStart('/') ?? TelemetryNames.OtherMethod;
}
