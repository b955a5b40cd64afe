using Grpc.Core;

namespace RailOps.Rpc.Hosting;

/// <summary>Writes the responses of a call; every message is flushed, so a slow reader slows the handler.</summary>
internal sealed class ServerStreamWriter<T>(HttpServerCallContext call, MessageWriter messages, Marshaller<T> marshaller) : IServerStreamWriter<T>
    where T : class
{
    private int _isWriting;

    /// <inheritdoc/>
    public WriteOptions? WriteOptions
    {
        get => call.WriteOptions;
        set => call.WriteOptions = value;
    }

    /// <inheritdoc/>
    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    /// <inheritdoc/>
    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (Interlocked.Exchange(ref _isWriting, 1) == 1)
            throw new InvalidOperationException("The last write is not done yet; await it before the next.");
        try
        {
            await call.WriteAsync(() => SendAsync(message, cancellationToken));
        }
        finally
        {
            Volatile.Write(ref _isWriting, 0);
        }
    }

    private async Task SendAsync(T message, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var flags = WriteOptions?.Flags ?? WriteFlags.None;
        messages.Write(message, marshaller.ContextualSerializer, compress: !flags.HasFlag(WriteFlags.NoCompress));
        if (!flags.HasFlag(WriteFlags.BufferHint))
            await FlushAsync(token);
    }

    /// <summary>A caller that has gone does not fail the flush; the call's token fires then, and the next write sees it.</summary>
    private async Task FlushAsync(CancellationToken token)
    {
        using var linked = token.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(token, call.CancellationToken)
            : null;
        await call.HttpContext.Response.BodyWriter.FlushAsync(linked?.Token ?? call.CancellationToken);
    }
}
