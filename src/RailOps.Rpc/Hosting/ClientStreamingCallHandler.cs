using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace RailOps.Rpc.Hosting;

/// <summary>Many requests, one response.</summary>
internal sealed class ClientStreamingCallHandler<TService, TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>> handle,
    GrpcServiceOptions options,
    TimeProvider time,
    ILogger logger) : CallHandler<TRequest, TResponse>(method, options, time, logger)
    where TService : class
    where TRequest : class
    where TResponse : class
{
    /// <inheritdoc/>
    protected override bool HasRequestStream => true;

    /// <inheritdoc/>
    protected override async Task InvokeAsync(HttpServerCallContext call, MessageReader requests, MessageWriter responses)
    {
        var handler = Intercept<ClientStreamingServerMethod<TRequest, TResponse>>(
            call, Handle, (interceptor, next) => (stream, context) => interceptor.ClientStreamingServerHandler(stream, context, next));
        await WriteSingleAsync(call, responses, await handler(RequestStream(call, requests), call));
    }

    private Task<TResponse> Handle(IAsyncStreamReader<TRequest> stream, ServerCallContext context) =>
        ServiceInstances<TService>.UseAsync(context.GetHttpContext().RequestServices, service => handle(service, stream, context));
}
