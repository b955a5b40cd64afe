namespace Grpc.Core;

/// <summary>Headers, deadline and token of a call.</summary>
/// <param name="headers">Headers to send.</param>
/// <param name="deadline">When the call must be answered, UTC; null: no deadline.</param>
/// <param name="cancellationToken">Cancels the call.</param>
public readonly struct CallOptions(
    Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default)
{
    /// <summary>Headers to send.</summary>
    public Metadata? Headers { get; } = headers;

    /// <summary>When the call must be answered, UTC; null: no deadline.</summary>
    public DateTime? Deadline { get; } = deadline;

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The same with other headers.</summary>
    /// <param name="headers">Headers to send.</param>
    /// <returns>A copy.</returns>
    public CallOptions WithHeaders(Metadata headers) => new(headers, Deadline, CancellationToken);

    /// <summary>The same with another deadline.</summary>
    /// <param name="deadline">UTC.</param>
    /// <returns>A copy.</returns>
    public CallOptions WithDeadline(DateTime deadline) => new(Headers, deadline, CancellationToken);

    /// <summary>The same with another token.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A copy.</returns>
    public CallOptions WithCancellationToken(CancellationToken cancellationToken) => new(Headers, Deadline, cancellationToken);
}
