namespace Grpc.Core;

/// <summary>One call as a service sees it.</summary>
public abstract class ServerCallContext
{
    /// <summary>Path of the call: <c>/service/method</c>.</summary>
    public string Method => MethodCore;

    /// <summary>Host and port that the caller named.</summary>
    public string Host => HostCore;

    /// <summary>The other end: <c>ipv4:1.2.3.4:567</c> or <c>ipv6:[::1]:567</c>.</summary>
    public string Peer => PeerCore;

    /// <summary>When the call must be answered, UTC; <see cref="DateTime.MaxValue"/> without a deadline.</summary>
    public DateTime Deadline => DeadlineCore;

    /// <summary>Headers of the request.</summary>
    public Metadata RequestHeaders => RequestHeadersCore;

    /// <summary>Fires when the caller goes away or the deadline passes.</summary>
    public CancellationToken CancellationToken => CancellationTokenCore;

    /// <summary>Trailers to send with the status.</summary>
    public Metadata ResponseTrailers => ResponseTrailersCore;

    /// <summary>The status to send when the handler returns.</summary>
    public Status Status
    {
        get => StatusCore;
        set => StatusCore = value;
    }

    /// <summary>How responses are written.</summary>
    public WriteOptions? WriteOptions
    {
        get => WriteOptionsCore;
        set => WriteOptionsCore = value;
    }

    /// <summary>Anything that belongs to this call.</summary>
    public IDictionary<object, object> UserState => UserStateCore;

    /// <summary>Path of the call.</summary>
    protected abstract string MethodCore { get; }

    /// <summary>Host and port that the caller named.</summary>
    protected abstract string HostCore { get; }

    /// <summary>The other end.</summary>
    protected abstract string PeerCore { get; }

    /// <summary>When the call must be answered, UTC.</summary>
    protected abstract DateTime DeadlineCore { get; }

    /// <summary>Headers of the request.</summary>
    protected abstract Metadata RequestHeadersCore { get; }

    /// <summary>Fires when the caller goes away or the deadline passes.</summary>
    protected abstract CancellationToken CancellationTokenCore { get; }

    /// <summary>Trailers to send with the status.</summary>
    protected abstract Metadata ResponseTrailersCore { get; }

    /// <summary>The status to send.</summary>
    protected abstract Status StatusCore { get; set; }

    /// <summary>How responses are written.</summary>
    protected abstract WriteOptions? WriteOptionsCore { get; set; }

    /// <summary>Anything that belongs to this call.</summary>
    protected virtual IDictionary<object, object> UserStateCore => throw new NotSupportedException();

    /// <summary>Sends headers now; once, and before the first response.</summary>
    /// <param name="responseHeaders">The headers.</param>
    /// <returns>Ends when they are sent.</returns>
    /// <exception cref="InvalidOperationException">Headers have been sent.</exception>
    public Task WriteResponseHeadersAsync(Metadata responseHeaders) => WriteResponseHeadersAsyncCore(responseHeaders);

    /// <summary>Sends headers now.</summary>
    /// <param name="responseHeaders">The headers.</param>
    /// <returns>Ends when they are sent.</returns>
    protected abstract Task WriteResponseHeadersAsyncCore(Metadata responseHeaders);
}
