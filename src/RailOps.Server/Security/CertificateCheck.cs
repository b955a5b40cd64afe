using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RailOps.Server.Security;

/// <summary>Accepts certificates of given authorities and no others, whatever the machine trusts besides.</summary>
/// <param name="authorities">Root certificates.</param>
/// <param name="purpose">Key usage that a certificate must allow.</param>
internal sealed class CertificateCheck(X509Certificate2Collection authorities, Oid purpose)
{
    /// <summary>What the certificate of a server must be good for.</summary>
    public static readonly Oid ForServers = new("1.3.6.1.5.5.7.3.1");

    /// <summary>What the certificate of a client must be good for.</summary>
    public static readonly Oid ForClients = new("1.3.6.1.5.5.7.3.2");

    /// <summary>True: the certificate is valid now, comes from one of the authorities, and may be used so. Revocation is not looked up.</summary>
    public bool IsAccepted(X509Certificate2 certificate, X509Chain? received, SslPolicyErrors errors)
    {
        if ((errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(purpose);
        if (received is not null)
            chain.ChainPolicy.ExtraStore.AddRange(received.ChainPolicy.ExtraStore);
        return chain.Build(certificate);
    }
}
