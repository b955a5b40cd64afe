using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace RailOps.Rpc.Hosting;

/// <summary>One request, many responses.</summary>
internal sealed class ServerStreamingCallHandler<TService, TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task> handle,
    GrpcServiceOptions options,
    TimeProvider time,
    ILogger logger) : CallHandler<TRequest, TResponse>(method, options, time, logger)
    where TService : class
    where TRequest : class
    where TResponse : class
{
    /// <inheritdoc/>
    protected override bool HasRequestStream => false;

    /// <inheritdoc/>
    protected override async Task InvokeAsync(HttpServerCallContext call, MessageReader requests, MessageWriter responses)
    {
        var request = await ReadSingleAsync(call, requests);
        var handler = Intercept<ServerStreamingServerMethod<TRequest, TResponse>>(
            call,
            Handle,
            (interceptor, next) => (message, stream, context) => interceptor.ServerStreamingServerHandler(message, stream, context, next));
        await handler(request, ResponseStream(call, responses), call);
    }

    private Task Handle(TRequest request, IServerStreamWriter<TResponse> stream, ServerCallContext context) =>
        ServiceInstances<TService>.UseAsync(context.GetHttpContext().RequestServices, async service =>
        {
            await handle(service, request, stream, context);
            return true;
        });
}
