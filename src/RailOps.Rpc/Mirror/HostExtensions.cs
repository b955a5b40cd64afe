using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RailOps.Rpc.Hosting;

namespace Microsoft.Extensions.DependencyInjection
{
    /// <summary>Adds the gRPC host.</summary>
    public static class GrpcServicesExtensions
    {
        /// <summary>Adds the gRPC host with its defaults.</summary>
        /// <param name="services">The services.</param>
        /// <returns>Where further parts are registered.</returns>
        public static IGrpcServerBuilder AddGrpc(this IServiceCollection services) => services.AddGrpc(_ => { });

        /// <summary>Adds the gRPC host.</summary>
        /// <param name="services">The services.</param>
        /// <param name="configureOptions">Sets options.</param>
        /// <returns>Where further parts are registered.</returns>
        public static IGrpcServerBuilder AddGrpc(this IServiceCollection services, Action<GrpcServiceOptions> configureOptions)
        {
            services.Configure(configureOptions);
            services.Configure<RouteOptions>(options => options.SetParameterPolicy<GrpcContentTypeConstraint>(GrpcContentTypeConstraint.Name));
            services.TryAddSingleton(TimeProvider.System);
            services.TryAddSingleton<UnknownMethodEndpoint>();
            return new GrpcServerBuilder(services);
        }

        private sealed class GrpcServerBuilder(IServiceCollection services) : IGrpcServerBuilder
        {
            public IServiceCollection Services { get; } = services;
        }
    }
}

namespace Microsoft.AspNetCore.Builder
{
    /// <summary>Maps gRPC services.</summary>
    public static class GrpcEndpointRouteBuilderExtensions
    {
        /// <summary>Maps every method of a service to <c>/service/method</c>, and unknown ones to UNIMPLEMENTED.</summary>
        /// <typeparam name="TService">The service: derives from a generated base. One instance per call, from the services if they have it.</typeparam>
        /// <param name="builder">The routes.</param>
        /// <returns>Adds conventions to all its endpoints.</returns>
        /// <exception cref="InvalidOperationException"><c>AddGrpc</c> was not called, or the type has no generated base.</exception>
        public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
            where TService : class
        {
            ArgumentNullException.ThrowIfNull(builder);
            var unknown = builder.ServiceProvider.GetService<UnknownMethodEndpoint>()
                ?? throw new InvalidOperationException("gRPC is not set up. Call services.AddGrpc() before MapGrpcService.");
            unknown.MapOnce(builder);
            return new GrpcServiceEndpointConventionBuilder(ServiceMethodBinder<TService>.Map(builder));
        }
    }

    /// <summary>Adds conventions to all endpoints of a service.</summary>
    public sealed class GrpcServiceEndpointConventionBuilder : IEndpointConventionBuilder
    {
        private readonly IReadOnlyList<IEndpointConventionBuilder> _endpoints;

        internal GrpcServiceEndpointConventionBuilder(IReadOnlyList<IEndpointConventionBuilder> endpoints) => _endpoints = endpoints;

        /// <inheritdoc/>
        public void Add(Action<EndpointBuilder> convention)
        {
            foreach (var endpoint in _endpoints)
                endpoint.Add(convention);
        }
    }
}

namespace Grpc.Core
{
    /// <summary>Reaches the HTTP request behind a call.</summary>
    public static class ServerCallContextExtensions
    {
        /// <summary>The HTTP request behind a call.</summary>
        /// <param name="serverCallContext">The call.</param>
        /// <returns>The request.</returns>
        /// <exception cref="InvalidOperationException">The call does not come from this host.</exception>
        public static HttpContext GetHttpContext(this ServerCallContext serverCallContext) =>
            serverCallContext is HttpServerCallContext call
                ? call.HttpContext
                : throw new InvalidOperationException("This call does not come over HTTP, so it has no HttpContext.");
    }
}
