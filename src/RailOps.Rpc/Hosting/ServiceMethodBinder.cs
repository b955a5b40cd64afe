using System.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RailOps.Rpc.Hosting;

/// <summary>Maps each method of a service class to an endpoint, by the bind method of its generated base.</summary>
internal sealed class ServiceMethodBinder<TService> : ServiceBinderBase
    where TService : class
{
    private readonly IEndpointRouteBuilder _routes;
    private readonly GrpcServiceOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly List<IEndpointConventionBuilder> _endpoints = [];

    private ServiceMethodBinder(IEndpointRouteBuilder routes)
    {
        _routes = routes;
        _options = routes.ServiceProvider.GetRequiredService<IOptions<GrpcServiceOptions>>().Value;
        _time = routes.ServiceProvider.GetRequiredService<TimeProvider>();
        _logger = routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("RailOps.Rpc");
    }

    /// <summary>Maps the service.</summary>
    /// <exception cref="InvalidOperationException">The class has no generated base.</exception>
    public static IReadOnlyList<IEndpointConventionBuilder> Map(IEndpointRouteBuilder routes)
    {
        var binder = new ServiceMethodBinder<TService>(routes);
        BindMethod().Invoke(null, [binder, null]);
        return binder._endpoints;
    }

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var handle = Open<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>(method);
        Map(method, new UnaryCallHandler<TService, TRequest, TResponse>(method, handle, _options, _time, _logger).HandleAsync, handle.Method);
    }

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var handle = Open<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>(method);
        Map(method, new ClientStreamingCallHandler<TService, TRequest, TResponse>(method, handle, _options, _time, _logger).HandleAsync, handle.Method);
    }

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var handle = Open<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>(method);
        Map(method, new ServerStreamingCallHandler<TService, TRequest, TResponse>(method, handle, _options, _time, _logger).HandleAsync, handle.Method);
    }

    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var handle = Open<Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>(method);
        Map(method, new DuplexStreamingCallHandler<TService, TRequest, TResponse>(method, handle, _options, _time, _logger).HandleAsync, handle.Method);
    }

    private static MethodInfo BindMethod()
    {
        for (var type = typeof(TService); type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } bind)
                return BindMethod(bind, type);
        }
        throw new InvalidOperationException($"{typeof(TService)} is no gRPC service: it does not derive from a generated service base.");
    }

    private static MethodInfo BindMethod(BindServiceMethodAttribute bind, Type serviceBase) =>
        bind.BindType.GetMethod(bind.BindMethodName, BindingFlags.Public | BindingFlags.Static, [typeof(ServiceBinderBase), serviceBase])
        ?? throw new InvalidOperationException($"{bind.BindType} has no method {bind.BindMethodName}(ServiceBinderBase, {serviceBase.Name}).");

    /// <summary>The service's method as a delegate that takes the instance first.</summary>
    private static TDelegate Open<TDelegate>(IMethod method)
        where TDelegate : Delegate
    {
        var parameters = typeof(TDelegate).GetGenericArguments()[1..^1];
        var found = typeof(TService).GetMethod(method.Name, parameters)
            ?? throw new InvalidOperationException($"{typeof(TService)} has no method {method.Name} of the shape that {method.FullName} needs.");
        return found.CreateDelegate<TDelegate>();
    }

    private void Map(IMethod method, RequestDelegate handle, MethodInfo handler)
    {
        var endpoint = _routes.MapPost(method.FullName, handle).WithDisplayName($"gRPC - {method.FullName}");
        endpoint.WithMetadata([
            .. typeof(TService).GetCustomAttributes(inherit: true),
            .. handler.GetCustomAttributes(inherit: true),
            new GrpcMethodMetadata(typeof(TService), method),
        ]);
        _endpoints.Add(endpoint);
    }
}
