using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging;

namespace RailOps.Rpc.Hosting;

/// <summary>Runs the calls of one method: checks, deadline, messages, status. Derived classes know which side streams.</summary>
internal abstract class CallHandler<TRequest, TResponse>(Method<TRequest, TResponse> method, GrpcServiceOptions options, TimeProvider time, ILogger logger)
    where TRequest : class
    where TResponse : class
{
    /// <summary>True: the caller sends a stream, which may be long and quiet.</summary>
    protected abstract bool HasRequestStream { get; }

    /// <summary>Handles one HTTP request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        if (!GrpcProtocol.Accept(http))
            return;
        LiftLimits(http);
        using var call = new HttpServerCallContext(http, method.FullName, time, logger);
        var (status, trailers) = await RunAsync(http, call);
        await call.EndAsync(status, trailers);
    }

    /// <summary>Reads, handles, writes.</summary>
    protected abstract Task InvokeAsync(HttpServerCallContext call, MessageReader requests, MessageWriter responses);

    /// <summary>The handler inside its interceptors, the first outermost.</summary>
    protected TDelegate Intercept<TDelegate>(HttpServerCallContext call, TDelegate handler, Func<Interceptor, TDelegate, TDelegate> wrap)
    {
        for (var index = options.Interceptors.Count - 1; index >= 0; index--)
            handler = wrap(options.Interceptors[index].Resolve(call.HttpContext.RequestServices), handler);
        return handler;
    }

    /// <summary>The one request of a call; nothing may follow it.</summary>
    protected async Task<TRequest> ReadSingleAsync(HttpServerCallContext call, MessageReader requests)
    {
        var request = await requests.ReadAsync(method.RequestMarshaller.ContextualDeserializer, call.CancellationToken)
            ?? throw new RpcException(new Status(StatusCode.Internal, "The call ended without a request message."));
        await requests.ReadEndAsync(call.CancellationToken);
        return request;
    }

    /// <summary>The requests of a call.</summary>
    protected ServerStreamReader<TRequest> RequestStream(HttpServerCallContext call, MessageReader requests) =>
        new(call, requests, method.RequestMarshaller);

    /// <summary>Where the responses of a call go.</summary>
    protected ServerStreamWriter<TResponse> ResponseStream(HttpServerCallContext call, MessageWriter responses) =>
        new(call, responses, method.ResponseMarshaller);

    /// <summary>Writes the one response without a flush: headers, message and trailers then leave together.</summary>
    protected Task WriteSingleAsync(HttpServerCallContext call, MessageWriter responses, TResponse? response)
    {
        if (response is null)
            throw new RpcException(new Status(StatusCode.Cancelled, "No message returned from method."));
        var compress = call.WriteOptions?.Flags.HasFlag(WriteFlags.NoCompress) != true;
        return call.WriteAsync(() =>
        {
            responses.Write(response, method.ResponseMarshaller.ContextualSerializer, compress);
            return Task.CompletedTask;
        });
    }

    private async Task<(Status Status, Metadata Trailers)> RunAsync(HttpContext http, HttpServerCallContext call)
    {
        try
        {
            var encodings = CallEncodings.Agree(http, options);
            var requests = new MessageReader(http.Request.BodyReader, options.MaxReceiveMessageSize, encodings.Request);
            var responses = new MessageWriter(http.Response.BodyWriter, options.MaxSendMessageSize, encodings.Response, encodings.Level);
            await InvokeAsync(call, requests, responses);
            return (call.Status, Metadata.Empty);
        }
        catch (RpcException exception)
        {
            Log.EndedWithStatus(logger, method.FullName, exception.StatusCode, exception.Status.Detail);
            return (exception.Status, exception.Trailers);
        }
        catch (Exception) when (call.CancellationToken.IsCancellationRequested)
        {
            return (Status.DefaultCancelled, Metadata.Empty);
        }
#pragma warning disable CA1031 // Whatever a handler throws must become a status; it is logged here.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.UnexpectedException(logger, method.FullName, exception);
            return (Unexpected(exception), Metadata.Empty);
        }
    }

    private Status Unexpected(Exception exception) => new(
        StatusCode.Unknown,
        options.EnableDetailedErrors == true
            ? $"Exception was thrown by handler. {exception.GetType().Name}: {exception.Message}"
            : "Exception was thrown by handler.",
        exception);

    /// <summary>
    /// The size of messages is limited here, so Kestrel's limit of the whole body is off. A quiet request stream would make Kestrel reset the
    /// whole connection, so its data rate limit is off for those (over HTTP/2 only null may be set).
    /// </summary>
    private void LiftLimits(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        if (HasRequestStream && http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }
}
