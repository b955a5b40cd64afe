using Grpc.Core;

namespace RailOps.Rpc.Hosting;

/// <summary>Reads the requests of a call.</summary>
internal sealed class ServerStreamReader<T>(HttpServerCallContext call, MessageReader messages, Marshaller<T> marshaller) : IAsyncStreamReader<T>
    where T : class
{
    private T? _current;
    private int _isReading;

    /// <inheritdoc/>
    public T Current => _current ?? throw new InvalidOperationException("There is no current message; call MoveNext first.");

    /// <inheritdoc/>
    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isReading, 1) == 1)
            throw new InvalidOperationException("The last read is not done yet; await it before the next.");
        try
        {
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.CancellationToken);
            _current = await messages.ReadAsync(marshaller.ContextualDeserializer, linked.Token);
            return _current is not null;
        }
        finally
        {
            Volatile.Write(ref _isReading, 0);
        }
    }
}
