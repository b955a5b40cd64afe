using Grpc.Core;

namespace RailOps.Server.Shell.Clients;

/// <summary>What a client shows to a server, and whom it trusts. A class without a text form, so that a key cannot get into a message.</summary>
internal sealed class ClientCredentials
{
    /// <summary>API key; null: none. RAILOPS_API_KEY.</summary>
    public string? ApiKey { get; init; }

    /// <summary>PEM file of the only authorities to trust; null: those of the machine. RAILOPS_TLS_CA.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>PEM file of a certificate to show; null: none. RAILOPS_TLS_CLIENT_CERT.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>PEM file of its key; null: it is in the certificate file. RAILOPS_TLS_CLIENT_KEY.</summary>
    public string? CertificateKeyFile { get; init; }

    /// <summary>As the variables say.</summary>
    public static ClientCredentials Read(Func<string, string?> read)
    {
        string? Text(string name) => read(name) is { Length: > 0 } value ? value : null;
        return new ClientCredentials
        {
            ApiKey = Text("RAILOPS_API_KEY"),
            AuthorityFile = Text("RAILOPS_TLS_CA"),
            CertificateFile = Text("RAILOPS_TLS_CLIENT_CERT"),
            CertificateKeyFile = Text("RAILOPS_TLS_CLIENT_KEY"),
        };
    }

    /// <summary>The key as a header of a call; null: none.</summary>
    public Metadata? ToMetadata() => ApiKey is { } key ? new Metadata { { "authorization", $"Bearer {key}" } } : null;
}
