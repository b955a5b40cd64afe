using Grpc.Core;
using RailOps.Server.Errors;

namespace RailOps.Server.Health;

/// <summary>How open streams end when the server stops.</summary>
internal static class Drain
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    /// <summary>UNAVAILABLE, with the time after which to connect again.</summary>
    public static RpcException Error() => RpcErrors.Create(
        StatusCode.Unavailable,
        ErrorReasons.Draining,
        "The server is shutting down. Connect again when it is back.",
        retryAfter: RetryDelay);
}
