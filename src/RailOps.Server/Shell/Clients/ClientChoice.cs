namespace RailOps.Server.Shell.Clients;

/// <summary>Picks who answers: a running server if one is named, else this process.</summary>
internal static class ClientChoice
{
    /// <summary>Makes the client.</summary>
    /// <exception cref="CallFailedException">The address or the data cannot be used.</exception>
    public static Task<IRailOpsClient> ConnectAsync(ConnectionSettings settings, CancellationToken cancellationToken) =>
        Task.FromResult<IRailOpsClient>(settings.Server is { } server
            ? new RemoteClient(server, settings.Timeout, TimeProvider.System, settings.Credentials)
            : new InProcessClient(settings, TimeProvider.System));
}
