using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RailOps.Rpc.Hosting;

/// <summary>Lets a route match gRPC and gRPC-Web requests only, so that the 404s of other routes stay as they are.</summary>
internal sealed class GrpcContentTypeConstraint : IRouteConstraint
{
    /// <summary>Its name in route patterns.</summary>
    public const string Name = "grpccontenttype";

    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        httpContext is null
        || GrpcProtocol.IsGrpcContentType(httpContext.Request.ContentType)
        || GrpcProtocol.IsGrpcWebContentType(httpContext.Request.ContentType);
}
