using Microsoft.AspNetCore.Http.Features;

namespace RailOps.Server.GrpcWeb;

/// <summary>
/// Lets browsers call the gRPC services: turns a gRPC-Web request into what the gRPC host expects, and puts the trailers, which browsers cannot
/// read, at the end of the response body. It knows nothing of the host, so it works before any.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
internal sealed class GrpcWebMiddleware(RequestDelegate next)
{
    private const string GrpcContentType = "application/grpc";

    /// <summary>Runs the request.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (!GrpcWebFormat.IsFamily(http.Request.ContentType))
            return next(http);
        if (GrpcWebFormat.Of(http.Request) is { } format)
            return TranslateAsync(http, format);
        http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return http.Response.WriteAsync(
            $"Content type \"{http.Request.ContentType}\" is not known. Use application/grpc-web+proto or application/grpc-web-text+proto.\n");
    }

    private async Task TranslateAsync(HttpContext http, GrpcWebFormat format)
    {
        var response = new GrpcWebResponse(http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), format.IsResponseText);
        http.Features.Set<IHttpResponseBodyFeature>(response);
        http.Features.Set<IHttpResponseTrailersFeature>(response);
        var protocol = http.Request.Protocol;
        http.Response.OnStarting(() => Restore(http, format, protocol));
        if (format.IsRequestText)
            http.Request.Body = new Base64RequestStream(http.Request.Body);
        http.Request.ContentType = GrpcContentType;
        http.Request.Protocol = HttpProtocol.Http2;
        await next(http);
        response.End();
    }

    /// <summary>Just before the headers leave: the content type of the caller, and the protocol by which Kestrel ends the connection.</summary>
    private static Task Restore(HttpContext http, GrpcWebFormat format, string protocol)
    {
        http.Request.Protocol = protocol;
        if (http.Response.ContentType?.StartsWith(GrpcContentType, StringComparison.Ordinal) == true)
            http.Response.ContentType = format.ResponseContentType;
        return Task.CompletedTask;
    }
}
