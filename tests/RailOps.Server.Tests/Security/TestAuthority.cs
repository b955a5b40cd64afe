using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RailOps.Server.Tests.Security;

/// <summary>A certificate authority made for one test, with its files in a folder that goes with it.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("railops-tls-").FullName;
    private readonly X509Certificate2 _root;
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    public TestAuthority(string name = "test authority")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _root = request.CreateSelfSigned(_now.AddDays(-2), _now.AddDays(2));
        File = Write("ca.pem", _root.ExportCertificatePem());
    }

    /// <summary>Certificate of the authority.</summary>
    public string File { get; }

    /// <summary>Certificate and key of a server on the loopback.</summary>
    public (string Certificate, string Key) Server(int validDays = 1) => Issue("server", "1.3.6.1.5.5.7.3.1", validDays);

    /// <summary>Certificate and key of a client.</summary>
    public (string Certificate, string Key) Client() => Issue("client", "1.3.6.1.5.5.7.3.2", 1);

    /// <summary>Certificate and key of a server in one PFX file, and the file of its password.</summary>
    public (string Pfx, string Password) ServerPfx(string password)
    {
        var (certificate, key) = Server();
        using var pair = X509Certificate2.CreateFromPemFile(certificate, key);
        var path = Path.Combine(_folder, "server.pfx");
        System.IO.File.WriteAllBytes(path, pair.Export(X509ContentType.Pkcs12, password));
        return (path, Write("password.txt", password + "\n"));
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        _root.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private (string Certificate, string Key) Issue(string name, string purpose, int validDays)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var end = _now.AddDays(validDays);
        using var certificate = request.Create(_root, end.AddDays(-1), end, RandomNumberGenerator.GetBytes(8));
        return (Write($"{name}.pem", certificate.ExportCertificatePem()), Write($"{name}.key", key.ExportPkcs8PrivateKeyPem()));
    }
}
