using Grpc.Core;
using RailOps.Rpc.Client;

namespace Grpc.Net.Client;

/// <summary>How a channel sends.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>Sends the HTTP requests; null: a handler of the channel's own.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Sends the HTTP requests; null: by <see cref="HttpHandler"/>.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>True: the channel disposes the handler or client given. Default false.</summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>Largest message received, bytes; null: no limit. Default 4 MiB.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>Largest message sent, bytes; null: no limit.</summary>
    public int? MaxSendMessageSize { get; set; }
}

/// <summary>A way to a server over HTTP/2; thread safe, meant to be kept. Addresses with <c>http</c> speak HTTP/2 without TLS.</summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly bool _ownsHttp;
    private readonly HttpClientCallInvoker _invoker;

    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        var isGiven = options.HttpClient is not null || options.HttpHandler is not null;
        _ownsHttp = !isGiven || options.DisposeHttpClient;
        _http = options.HttpClient
            ?? new HttpMessageInvoker(options.HttpHandler ?? new SocketsHttpHandler { EnableMultipleHttp2Connections = true }, _ownsHttp);
        _invoker = new HttpClientCallInvoker(_http, address, options, TimeProvider.System);
    }

    /// <summary>Makes a channel; it connects at the first call.</summary>
    /// <param name="address">Absolute address, for example <c>http://localhost:5080</c>.</param>
    /// <returns>The channel.</returns>
    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>Makes a channel; it connects at the first call.</summary>
    /// <param name="address">Absolute address, for example <c>http://localhost:5080</c>.</param>
    /// <param name="channelOptions">How it sends.</param>
    /// <returns>The channel.</returns>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => ForAddress(new Uri(address), channelOptions);

    /// <summary>Makes a channel; it connects at the first call.</summary>
    /// <param name="address">Absolute address.</param>
    /// <returns>The channel.</returns>
    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>Makes a channel; it connects at the first call.</summary>
    /// <param name="address">Absolute address.</param>
    /// <param name="channelOptions">How it sends.</param>
    /// <returns>The channel.</returns>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        return new GrpcChannel(address, channelOptions);
    }

    /// <inheritdoc/>
    public override CallInvoker CreateCallInvoker() => _invoker;

    /// <summary>Ends all calls and closes.</summary>
    public void Dispose()
    {
        _invoker.Dispose();
        if (_ownsHttp)
            _http.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }
}
