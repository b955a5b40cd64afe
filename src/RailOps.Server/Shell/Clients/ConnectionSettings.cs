namespace RailOps.Server.Shell.Clients;

/// <summary>Whom to ask.</summary>
/// <param name="Server">host:port of a running server; null: this process answers from its data files.</param>
/// <param name="DataDirectory">Folder of the data files, for answers of this process.</param>
/// <param name="Timeout">How long to wait for one answer.</param>
/// <param name="Credentials">What the server may ask for; null: nothing to show.</param>
internal sealed record ConnectionSettings(string? Server, string DataDirectory, TimeSpan Timeout, ClientCredentials? Credentials = null);
