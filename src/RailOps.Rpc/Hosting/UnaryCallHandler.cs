using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace RailOps.Rpc.Hosting;

/// <summary>One request, one response.</summary>
internal sealed class UnaryCallHandler<TService, TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    Func<TService, TRequest, ServerCallContext, Task<TResponse>> handle,
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
        var handler = Intercept<UnaryServerMethod<TRequest, TResponse>>(
            call, Handle, (interceptor, next) => (message, context) => interceptor.UnaryServerHandler(message, context, next));
        await WriteSingleAsync(call, responses, await handler(request, call));
    }

    private Task<TResponse> Handle(TRequest request, ServerCallContext context) =>
        ServiceInstances<TService>.UseAsync(context.GetHttpContext().RequestServices, service => handle(service, request, context));
}
