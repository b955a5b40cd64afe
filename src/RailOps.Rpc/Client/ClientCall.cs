using System.IO.Pipelines;
using Grpc.Core;
using RailOps.Rpc.Hosting;

namespace RailOps.Rpc.Client;

/// <summary>One call from the client's side: sends the request, reads the responses, keeps status and trailers.</summary>
internal sealed class ClientCall<TResponse> : IDisposable
    where TResponse : class
{
    private readonly HttpMessageInvoker _http;
    private readonly Marshaller<TResponse> _marshaller;
    private readonly int? _limitBytes;
    private readonly CancellationToken _callerToken;
    private readonly CancellationToken _closedToken;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenSource? _deadline;
    private Task<HttpResponseMessage>? _response;
    private CancellationTokenRegistration _resetOnCancel;
    private MessageReader? _reader;
    private (Status Status, Metadata Trailers)? _end;
    private int _isReleased;

    public ClientCall(
        HttpMessageInvoker http,
        CallOptions options,
        Marshaller<TResponse> marshaller,
        int? limitBytes,
        TimeProvider time,
        CancellationToken closedToken)
    {
        _http = http;
        _marshaller = marshaller;
        _limitBytes = limitBytes;
        _callerToken = options.CancellationToken;
        _closedToken = closedToken;
        _deadline = Deadline(options.Deadline, time);
        _source = CancellationTokenSource.CreateLinkedTokenSource(_callerToken, closedToken, _deadline?.Token ?? default);
        Token = _source.Token;
        HeadersAsync = Task.FromResult(Metadata.Empty);
    }

    /// <summary>Fires when the call is cancelled, disposed or past its deadline.</summary>
    public CancellationToken Token { get; }

    /// <summary>The response headers.</summary>
    public Task<Metadata> HeadersAsync { get; private set; }

    /// <summary>Sends the request. From the response on, cancelling resets the stream even if nobody reads.</summary>
    public void Start(Func<HttpRequestMessage> request)
    {
        _response = SendAsync(request);
        HeadersAsync = ReadHeadersAsync(_response);
    }

    /// <summary>The one response of a call.</summary>
    /// <exception cref="RpcException">The call failed.</exception>
    public async Task<TResponse> ReadSingleAsync()
    {
        var response = await ReadNextAsync(CancellationToken.None);
        if (response is null || await ReadNextAsync(CancellationToken.None) is not null)
            throw Fail(new RpcException(new Status(StatusCode.Internal, "The server did not send exactly one response message.")));
        return response;
    }

    /// <summary>The next response, or null at the end of a call that succeeded.</summary>
    /// <exception cref="RpcException">The call failed.</exception>
    public async Task<TResponse?> ReadNextAsync(CancellationToken token)
    {
        if (_end is { } ended)
            return ended.Status.StatusCode == StatusCode.OK ? null : throw new RpcException(ended.Status, ended.Trailers);
        using var registration = token.Register(Cancel);
        try
        {
            var message = await (await OpenAsync()).ReadAsync(_marshaller.ContextualDeserializer, Token);
            return message ?? Finish(await _response!);
        }
        catch (Exception exception) when (_end is null)
        {
            throw Fail(exception);
        }
    }

    /// <summary>How the call ended.</summary>
    /// <exception cref="InvalidOperationException">It has not ended.</exception>
    public Status GetStatus() => Ended().Status;

    /// <summary>The trailers.</summary>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public Metadata GetTrailers() => Ended().Trailers;

    /// <summary>Cancels the call if it has not ended.</summary>
    public void Dispose()
    {
        Cancel();
        Release();
    }

    private static CancellationTokenSource? Deadline(DateTime? deadline, TimeProvider time)
    {
        if (deadline is not { } end || end == DateTime.MaxValue)
            return null;
        var left = end.ToUniversalTime() - time.GetUtcNow().UtcDateTime;
        var longest = TimeSpan.FromDays(49);
        return new CancellationTokenSource(left <= TimeSpan.Zero ? TimeSpan.Zero : left < longest ? left : longest, time);
    }

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make)
    {
        try
        {
            using var request = make();
            var response = _http is HttpClient client
                ? await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token)
                : await _http.SendAsync(request, Token);
            _resetOnCancel = Token.Register(response.Dispose);
            return response;
        }
        catch (Exception exception)
        {
            throw Fail(exception);
        }
    }

    private static async Task<Metadata> ReadHeadersAsync(Task<HttpResponseMessage> response) => ClientStatus.Read((await response).Headers);

    private async Task<MessageReader> OpenAsync()
    {
        if (_reader is not null)
            return _reader;
        var response = await _response!;
        var isGrpc = GrpcProtocol.IsGrpcContentType(response.Content.Headers.ContentType?.ToString());
        var body = isGrpc ? await response.Content.ReadAsStreamAsync(Token) : Stream.Null;
        var encoding = response.Headers.NonValidated.TryGetValues(GrpcProtocol.EncodingHeader, out var values) ? values.ToString() : null;
        return _reader = new MessageReader(PipeReader.Create(body), _limitBytes, encoding);
    }

    private TResponse? Finish(HttpResponseMessage response)
    {
        _end = ClientStatus.Of(response);
        Release();
        return _end.Value.Status.StatusCode == StatusCode.OK ? null : throw new RpcException(_end.Value.Status, _end.Value.Trailers);
    }

    /// <summary>Ends the call by an exception on this side; the stream is reset.</summary>
    private RpcException Fail(Exception exception)
    {
        var failure = exception as RpcException ?? new RpcException(new Status(CodeOf(exception), TextOf(exception), exception));
        _end ??= (failure.Status, failure.Trailers);
        Cancel();
        Release();
        return failure;
    }

    private StatusCode CodeOf(Exception exception)
    {
        if (_deadline?.IsCancellationRequested == true)
            return StatusCode.DeadlineExceeded;
        if (Token.IsCancellationRequested || exception is OperationCanceledException)
            return StatusCode.Cancelled;
        var protocol = exception as HttpProtocolException ?? exception.InnerException as HttpProtocolException;
        return protocol?.ErrorCode switch
        {
            7 => StatusCode.Unavailable,
            8 => StatusCode.Cancelled,
            11 => StatusCode.ResourceExhausted,
            { } => StatusCode.Internal,
            null => exception is HttpRequestException or IOException ? StatusCode.Unavailable : StatusCode.Internal,
        };
    }

    private string TextOf(Exception exception) => CodeOf(exception) switch
    {
        StatusCode.DeadlineExceeded => "Deadline Exceeded",
        StatusCode.Cancelled when _callerToken.IsCancellationRequested => "Call canceled by the client.",
        StatusCode.Cancelled when _closedToken.IsCancellationRequested => "The channel was closed.",
        StatusCode.Cancelled => "Call canceled.",
        _ => $"The call failed on the way: {exception.Message}",
    };

    private (Status Status, Metadata Trailers) Ended() => _end ?? throw new InvalidOperationException("The call has not ended.");

    private void Cancel()
    {
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The call ended in the meantime; nothing is left to cancel.
        }
    }

    private void Release()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) == 1)
            return;
        if (_response is { IsCompletedSuccessfully: true } done)
            done.Result.Dispose();
        _resetOnCancel.Dispose();
        _source.Dispose();
        _deadline?.Dispose();
    }
}
