using Grpc.Core;
using Grpc.Net.Client;
using RailOps.Rpc.Hosting;

namespace RailOps.Rpc.Client;

/// <summary>Sends calls as HTTP/2 requests.</summary>
internal sealed class HttpClientCallInvoker(HttpMessageInvoker http, Uri address, GrpcChannelOptions channel, TimeProvider time) : CallInvoker, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private int _isDisposed;

    /// <summary>Cancels all calls; once.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
        _closed.Cancel();
        _closed.Dispose();
    }

    /// <inheritdoc/>
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        using var call = AsyncUnaryCall(method, host, options, request);
        return call.ResponseAsync.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = Start(method, host, options, () => MessageContent.Of(request, method.RequestMarshaller, channel.MaxSendMessageSize));
        return new AsyncUnaryCall<TResponse>(call.ReadSingleAsync(), call.HeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    /// <inheritdoc/>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = Start(method, host, options, () => MessageContent.Of(request, method.RequestMarshaller, channel.MaxSendMessageSize));
        return new AsyncServerStreamingCall<TResponse>(
            new ClientStreamReader<TResponse>(call), call.HeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    /// <inheritdoc/>
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var content = new StreamContent();
        var call = Start(method, host, options, () => content);
        var writer = new ClientStreamWriter<TRequest>(content, method.RequestMarshaller, channel.MaxSendMessageSize, call.Token);
        return new AsyncClientStreamingCall<TRequest, TResponse>(
            writer, call.ReadSingleAsync(), call.HeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    /// <inheritdoc/>
    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var content = new StreamContent();
        var call = Start(method, host, options, () => content);
        var writer = new ClientStreamWriter<TRequest>(content, method.RequestMarshaller, channel.MaxSendMessageSize, call.Token);
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(
            writer, new ClientStreamReader<TResponse>(call), call.HeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    private ClientCall<TResponse> Start<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, Func<HttpContent> content)
        where TRequest : class
        where TResponse : class
    {
        var call = new ClientCall<TResponse>(http, options, method.ResponseMarshaller, channel.MaxReceiveMessageSize, time, _closed.Token);
        call.Start(() => Request(method, host, options, content()));
        return call;
    }

    private HttpRequestMessage Request(IMethod method, string? host, CallOptions options, HttpContent content)
    {
        content.Headers.TryAddWithoutValidation("Content-Type", GrpcProtocol.ContentType);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, method.FullName))
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.Host = host;
        request.Headers.TryAddWithoutValidation("TE", "trailers");
        request.Headers.TryAddWithoutValidation("User-Agent", "railops-rpc");
        request.Headers.TryAddWithoutValidation(GrpcProtocol.AcceptEncodingHeader, GrpcProtocol.AcceptedEncodings);
        if (options.Deadline is { } deadline && deadline != DateTime.MaxValue)
            request.Headers.TryAddWithoutValidation(
                GrpcProtocol.TimeoutHeader, GrpcTimeout.Format(deadline.ToUniversalTime() - time.GetUtcNow().UtcDateTime));
        foreach (var entry in options.Headers ?? Metadata.Empty)
            request.Headers.TryAddWithoutValidation(entry.Key, MetadataCodec.WireValue(entry));
        return request;
    }
}
