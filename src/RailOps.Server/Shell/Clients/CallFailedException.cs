using RailOps.Contracts.Rpc;

namespace RailOps.Server.Shell.Clients;

/// <summary>A question without an answer.</summary>
internal sealed class CallFailedException : Exception
{
    /// <summary>Makes it from what the answering side said.</summary>
    public CallFailedException(Status status, Exception? inner = null)
        : base(status.Message, inner) => Status = status;

    /// <summary>gRPC code, message and details.</summary>
    public Status Status { get; }
}
