using RailOps.Server.Health;
using RailOps.Server.Reflection;
using RailOps.Server.Security;
using RailOps.Server.Services;

namespace RailOps.Server.Hosting;

/// <summary>The gRPC services of this server; a new service is added here and nowhere else.</summary>
internal static class GrpcEndpoints
{
    /// <summary>Maps all services.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGrpcService<ReflectionGrpcService>();
        routes.MapGrpcService<ReflectionV1AlphaGrpcService>();
        routes.MapGrpcService<HealthGrpcService>().WithMetadata(OpenAccess.Instance);
        routes.MapGrpcService<CatalogGrpcService>();
        routes.MapGrpcService<SupplyGrpcService>();
        routes.MapGrpcService<FlowGrpcService>();
        routes.MapGrpcService<InterdictionGrpcService>();
        routes.MapGrpcService<UncertaintyGrpcService>();
    }
}
