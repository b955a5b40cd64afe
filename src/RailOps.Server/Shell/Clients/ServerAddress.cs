using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell.Clients;

/// <summary>Reads the address of a server.</summary>
internal static class ServerAddress
{
    /// <summary>Reads <c>host:port</c> (without TLS) or an address that begins with <c>http://</c> or <c>https://</c>.</summary>
    /// <exception cref="CallFailedException">It is neither.</exception>
    public static Uri Parse(string server)
    {
        var text = server.Contains("://", StringComparison.Ordinal) ? server : $"http://{server}";
        var valid = Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            && address.Host.Length > 0
            && (text != $"http://{server}" || text.EndsWith($":{address.Port}", StringComparison.Ordinal));
        return valid
            ? address!
            : throw Faults.BadInput("--server", "ADDRESS_MALFORMED", $"--server \"{server}\" should read HOST:PORT, for example localhost:5080, or begin with https://.");
    }
}
