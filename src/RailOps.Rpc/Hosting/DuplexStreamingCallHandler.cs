using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace RailOps.Rpc.Hosting;

/// <summary>Many requests, many responses.</summary>
internal sealed class DuplexStreamingCallHandler<TService, TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task> handle,
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
    protected override Task InvokeAsync(HttpServerCallContext call, MessageReader requests, MessageWriter responses)
    {
        var handler = Intercept<DuplexStreamingServerMethod<TRequest, TResponse>>(
            call,
            Handle,
            (interceptor, next) => (reader, writer, context) => interceptor.DuplexStreamingServerHandler(reader, writer, context, next));
        return handler(RequestStream(call, requests), ResponseStream(call, responses), call);
    }

    private Task Handle(IAsyncStreamReader<TRequest> reader, IServerStreamWriter<TResponse> writer, ServerCallContext context) =>
        ServiceInstances<TService>.UseAsync(context.GetHttpContext().RequestServices, async service =>
        {
            await handle(service, reader, writer, context);
            return true;
        });
}
