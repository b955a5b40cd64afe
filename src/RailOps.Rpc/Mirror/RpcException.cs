namespace Grpc.Core;

/// <summary>A call failed, or shall fail, with a status and trailers.</summary>
public class RpcException : Exception
{
    /// <summary>Fails with a status and no trailers.</summary>
    /// <param name="status">The status.</param>
    public RpcException(Status status)
        : this(status, Metadata.Empty, status.ToString())
    {
    }

    /// <summary>Fails with a status and a message of its own for this side's logs.</summary>
    /// <param name="status">The status.</param>
    /// <param name="message">Message of the exception; does not travel.</param>
    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>Fails with a status and trailers.</summary>
    /// <param name="status">The status.</param>
    /// <param name="trailers">Trailers to send or as received.</param>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>Fails with a status, trailers and a message of its own for this side's logs.</summary>
    /// <param name="status">The status.</param>
    /// <param name="trailers">Trailers to send or as received.</param>
    /// <param name="message">Message of the exception; does not travel.</param>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>The status.</summary>
    public Status Status { get; }

    /// <summary>The code of the status.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>The trailers.</summary>
    public Metadata Trailers { get; }
}
