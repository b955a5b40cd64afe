using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell.Clients;

/// <summary>Picks who answers: a running server if one is named, else this process.</summary>
internal static class ClientChoice
{
    /// <summary>Makes the client.</summary>
    public static Task<IRailOpsClient> ConnectAsync(ConnectionSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Server is { } server)
            return Task.FromResult<IRailOpsClient>(new RemoteClient(server, settings.Timeout, TimeProvider.System));
        throw Faults.Other(CallCodes.Internal, "CLIENT_MISSING", "This build answers through --server only.");
    }
}
