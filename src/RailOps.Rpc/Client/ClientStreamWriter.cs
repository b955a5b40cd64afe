using Grpc.Core;

namespace RailOps.Rpc.Client;

/// <summary>Writes the requests of a call.</summary>
internal sealed class ClientStreamWriter<T>(StreamContent content, Marshaller<T> marshaller, int? limitBytes, CancellationToken callToken)
    : IClientStreamWriter<T>
    where T : class
{
    /// <inheritdoc/>
    public WriteOptions? WriteOptions { get; set; }

    /// <inheritdoc/>
    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    /// <inheritdoc/>
    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, callToken);
        var frame = MessageContent.Frame(message, marshaller, limitBytes);
        var body = await content.OpenedAsync.WaitAsync(linked.Token);
        await body.WriteAsync(frame, linked.Token);
        if (WriteOptions?.Flags.HasFlag(WriteFlags.BufferHint) != true)
            await body.FlushAsync(linked.Token);
    }

    /// <inheritdoc/>
    public Task CompleteAsync()
    {
        content.End();
        return Task.CompletedTask;
    }
}
