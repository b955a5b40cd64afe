using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RailOps.Rpc.Hosting;

/// <summary>Answers calls of methods that no service has with UNIMPLEMENTED; one per application.</summary>
internal sealed class UnknownMethodEndpoint
{
    private int _mapped;

    /// <summary>Maps the fallback at the first call and does nothing at the next.</summary>
    public void MapOnce(IEndpointRouteBuilder builder)
    {
        if (Interlocked.Exchange(ref _mapped, 1) == 0)
            builder.MapPost($"{{service}}/{{method:{GrpcContentTypeConstraint.Name}}}", (RequestDelegate)Answer)
                .WithDisplayName("gRPC - unknown method");
    }

    private static Task Answer(HttpContext http)
    {
        if (GrpcProtocol.Accept(http))
            GrpcProtocol.AppendStatus(http.Response, new Status(StatusCode.Unimplemented, $"Method {http.Request.Path} is not on this server."));
        return Task.CompletedTask;
    }
}
