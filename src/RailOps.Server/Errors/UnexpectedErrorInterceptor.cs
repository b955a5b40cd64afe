using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using RailOps.Server.Hosting;

namespace RailOps.Server.Errors;

/// <summary>Turns what a handler did not mean to throw into INTERNAL without internals; the log has the exception and its trace id.</summary>
/// <param name="logger">Where exceptions go.</param>
internal sealed class UnexpectedErrorInterceptor(ILogger<UnexpectedErrorInterceptor> logger) : Interceptor
{
    /// <inheritdoc/>
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, () => continuation(request, context));

    /// <inheritdoc/>
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, () => continuation(requestStream, context));

    /// <inheritdoc/>
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, () => WithResult(continuation(request, responseStream, context)));

    /// <inheritdoc/>
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, () => WithResult(continuation(requestStream, responseStream, context)));

    private static async Task<bool> WithResult(Task task)
    {
        await task;
        return true;
    }

    private async Task<T> GuardAsync<T>(ServerCallContext context, Func<Task<T>> handle)
    {
        try
        {
            return await handle();
        }
        catch (Exception exception) when (exception is not RpcException && !context.CancellationToken.IsCancellationRequested)
        {
            throw Unexpected(context.Method, exception);
        }
    }

    private RpcException Unexpected(string method, Exception exception)
    {
        var traceId = Activity.Current?.TraceId.ToHexString() ?? "";
        Log.UnexpectedException(logger, method, traceId, exception);
        var hint = traceId.Length == 0 ? "" : $" The server's log has it under trace {traceId}.";
        return RpcErrors.Create(
            StatusCode.Internal, ErrorReasons.Unexpected, $"The server failed to answer {method}; this is a fault of the server, not of the request.{hint}");
    }
}
