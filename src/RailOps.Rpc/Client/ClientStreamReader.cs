using Grpc.Core;

namespace RailOps.Rpc.Client;

/// <summary>Reads the responses of a call.</summary>
internal sealed class ClientStreamReader<T>(ClientCall<T> call) : IAsyncStreamReader<T>
    where T : class
{
    private T? _current;

    /// <inheritdoc/>
    public T Current => _current ?? throw new InvalidOperationException("There is no current message; call MoveNext first.");

    /// <inheritdoc/>
    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        _current = await call.ReadNextAsync(cancellationToken);
        return _current is not null;
    }
}
