using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace RailOps.Rpc.Hosting;

/// <summary>
/// One call over an HTTP/2 stream. It owns the end of the response: either the handler's end or the deadline writes the trailers, whichever
/// takes the gate first. Calls without a deadline have no gate and no timer.
/// </summary>
internal sealed class HttpServerCallContext : ServerCallContext, IDisposable
{
    private readonly string _method;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim? _gate;
    private readonly CancellationTokenSource? _source;
    private readonly ITimer? _timer;
    private readonly Lazy<Metadata> _requestHeaders;
    private readonly Dictionary<object, object> _userState = [];
    private readonly Metadata _responseTrailers = [];
    private Task _expiry = Task.CompletedTask;
    private volatile bool _isDeadlineExceeded;
    private bool _isEnded;

    public HttpServerCallContext(HttpContext http, string method, TimeProvider time, ILogger logger)
    {
        HttpContext = http;
        _method = method;
        _logger = logger;
        _requestHeaders = new Lazy<Metadata>(() => MetadataCodec.Read(http.Request.Headers));
        DeadlineCore = DateTime.MaxValue;
        if (GrpcTimeout.Parse(http.Request.Headers[GrpcProtocol.TimeoutHeader]) is not { } timeout)
            return;
        DeadlineCore = time.GetUtcNow().UtcDateTime + timeout;
        _gate = new SemaphoreSlim(1, 1);
        _source = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        _timer = time.CreateTimer(_ => _expiry = ExpireAsync(), null, timeout, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The HTTP request behind the call.</summary>
    public HttpContext HttpContext { get; }

    /// <inheritdoc/>
    protected override string MethodCore => _method;

    /// <inheritdoc/>
    protected override string HostCore => HttpContext.Request.Host.Value ?? "";

    /// <inheritdoc/>
    protected override string PeerCore => PeerAddress.Of(HttpContext.Connection);

    /// <inheritdoc/>
    protected override DateTime DeadlineCore { get; }

    /// <inheritdoc/>
    protected override Metadata RequestHeadersCore => _requestHeaders.Value;

    /// <inheritdoc/>
    protected override CancellationToken CancellationTokenCore => _source?.Token ?? HttpContext.RequestAborted;

    /// <inheritdoc/>
    protected override Metadata ResponseTrailersCore => _responseTrailers;

    /// <inheritdoc/>
    protected override Status StatusCore { get; set; } = Status.DefaultSuccess;

    /// <inheritdoc/>
    protected override WriteOptions? WriteOptionsCore { get; set; }

    /// <inheritdoc/>
    protected override IDictionary<object, object> UserStateCore => _userState;

    /// <summary>Writes to the response while nobody ends it.</summary>
    /// <param name="write">Writes; may wait for room.</param>
    /// <exception cref="OperationCanceledException">The caller has gone or the deadline has passed.</exception>
    public async Task WriteAsync(Func<Task> write)
    {
        await EnterAsync();
        try
        {
            CancellationTokenCore.ThrowIfCancellationRequested();
            await write();
        }
        finally
        {
            _gate?.Release();
        }
    }

    /// <summary>Ends the response with a status, unless the deadline did already.</summary>
    public async Task EndAsync(Status status, Metadata trailers)
    {
        if (_timer is not null)
            await _timer.DisposeAsync();
        await EnterAsync();
        try
        {
            if (!_isEnded)
                AppendTrailers(_isDeadlineExceeded ? DeadlineStatus : status, trailers);
            _isEnded = true;
        }
        finally
        {
            _gate?.Release();
        }
        await _expiry;
    }

    /// <summary>Frees the timer, the token and the gate; after <see cref="EndAsync"/>.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        _source?.Dispose();
        _gate?.Dispose();
    }

    /// <inheritdoc/>
    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        return WriteAsync(() => SendHeadersAsync(responseHeaders));
    }

    private static Status DeadlineStatus => new(StatusCode.DeadlineExceeded, "Deadline Exceeded");

    private Task EnterAsync() => _gate?.WaitAsync(CancellationToken.None) ?? Task.CompletedTask;

    private async Task SendHeadersAsync(Metadata headers)
    {
        var response = HttpContext.Response;
        if (response.HasStarted)
            throw new InvalidOperationException("Response headers can be sent once, and only before the first response.");
        foreach (var entry in headers)
            response.Headers.Append(entry.Key, MetadataCodec.WireValue(entry));
        await response.BodyWriter.FlushAsync(CancellationTokenCore);
    }

    private void AppendTrailers(Status status, Metadata trailers)
    {
        foreach (var entry in _responseTrailers.Concat(trailers))
            HttpContext.Response.AppendTrailer(entry.Key, MetadataCodec.WireValue(entry));
        GrpcProtocol.AppendStatus(HttpContext.Response, status);
    }

    /// <summary>Cancels before it takes the gate: a writer blocked by flow control would hold the gate for ever otherwise.</summary>
    private async Task ExpireAsync()
    {
        _isDeadlineExceeded = true;
        await _source!.CancelAsync();
        await _gate!.WaitAsync(CancellationToken.None);
        try
        {
            if (!_isEnded)
                await EndAtDeadlineAsync();
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or OperationCanceledException)
        {
            Log.DeadlineNotSent(_logger, _method, exception);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task EndAtDeadlineAsync()
    {
        _isEnded = true;
        GrpcProtocol.AppendStatus(HttpContext.Response, DeadlineStatus);
        await HttpContext.Response.CompleteAsync();
        HttpContext.Features.Get<IHttpResetFeature>()?.Reset(0);
    }
}
