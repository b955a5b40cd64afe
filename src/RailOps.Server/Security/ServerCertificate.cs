using System.Security.Cryptography.X509Certificates;

namespace RailOps.Server.Security;

/// <summary>The server's certificate with its private key, what leads from it to its authority, and the authorities of clients.</summary>
/// <param name="Leaf">The certificate with its key.</param>
/// <param name="Intermediates">Sent along with it; may be empty.</param>
/// <param name="ClientAuthorities">Where clients' certificates must come from; null: clients need none.</param>
internal sealed record ServerCertificate(
    X509Certificate2 Leaf, X509Certificate2Collection Intermediates, X509Certificate2Collection? ClientAuthorities) : IDisposable
{
    /// <summary>Frees the keys.</summary>
    public void Dispose()
    {
        Leaf.Dispose();
        foreach (var certificate in Intermediates.Concat(ClientAuthorities ?? []))
            certificate.Dispose();
    }
}
