using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RailOps.Server.Hosting;

namespace RailOps.Server.Security;

/// <summary>Reads certificates from files: PEM with its key in the same or another file, or PFX (PKCS #12).</summary>
internal static class TlsFiles
{
    private const string PemBeginning = "-----BEGIN";

    /// <summary>What is wrong with the files of TLS; empty: nothing, or no TLS.</summary>
    public static IEnumerable<string> Problems(ServerOptions options, TimeProvider time)
    {
        if (!options.HasTls)
            return WithoutCertificate(options);
        try
        {
            using var certificate = Load(options);
            return Expired(options.TlsCertificateFile!, certificate.Leaf, time);
        }
        catch (Exception fault) when (fault is InvalidDataException)
        {
            return [fault.Message];
        }
    }

    /// <summary>Reads all files of TLS.</summary>
    /// <exception cref="InvalidDataException">One of them cannot be used; the message names it.</exception>
    public static ServerCertificate Load(ServerOptions options)
    {
        var file = options.TlsCertificateFile ?? throw new ArgumentException("The options name no certificate.", nameof(options));
        var password = options.TlsPasswordFile is { } passwordFile
            ? Read("Password file", passwordFile, () => File.ReadLines(passwordFile).FirstOrDefault() ?? "")
            : null;
        var authorities = options.TlsClientAuthorityFile is { } authorityFile ? LoadAuthorities(authorityFile) : null;
        var (leaf, rest) = Read("TLS certificate", file, () => IsPem(file)
            ? LoadPem(file, options.TlsKeyFile ?? file, password)
            : LoadPfx(file, password));
        return new ServerCertificate(leaf, rest, authorities);
    }

    /// <summary>Reads the certificates of authorities from a PEM file.</summary>
    /// <exception cref="InvalidDataException">The file cannot be used, or has no certificate.</exception>
    public static X509Certificate2Collection LoadAuthorities(string file) => Read("File of authorities", file, () =>
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(file);
        return authorities.Count > 0 ? authorities : throw new CryptographicException("it has no certificate in PEM form.");
    });

    /// <summary>Reads a certificate with its key from PEM files.</summary>
    /// <exception cref="InvalidDataException">The files cannot be used together.</exception>
    public static X509Certificate2 LoadWithKey(string file, string keyFile) => Read("Certificate", file, () => LoadPem(file, keyFile, null).Leaf);

    private static (X509Certificate2 Leaf, X509Certificate2Collection Others) LoadPem(string file, string keyFile, string? password)
    {
        using var pair = password is null
            ? X509Certificate2.CreateFromPemFile(file, keyFile)
            : X509Certificate2.CreateFromEncryptedPemFile(file, password, keyFile);
        var rest = new X509Certificate2Collection();
        rest.ImportFromPemFile(file);
        rest[0].Dispose();
        rest.RemoveAt(0);
        // Some systems cannot serve TLS with a key that was read from PEM; one that went through PKCS #12 works on all.
        return (X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null), rest);
    }

    private static (X509Certificate2 Leaf, X509Certificate2Collection Others) LoadPfx(string file, string? password)
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password);
        var leaf = all.FirstOrDefault(certificate => certificate.HasPrivateKey)
            ?? throw new CryptographicException("it has no private key.");
        all.Remove(leaf);
        return (leaf, all);
    }

    private static bool IsPem(string file)
    {
        using var reader = File.OpenText(file);
        return reader.ReadToEnd().Contains(PemBeginning, StringComparison.Ordinal);
    }

    private static T Read<T>(string what, string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new InvalidDataException($"{what} {file} cannot be used: {fault.Message.ReplaceLineEndings(" ")}", fault);
        }
    }

    private static IEnumerable<string> WithoutCertificate(ServerOptions options)
    {
        if (options.TlsKeyFile is { } key)
            yield return $"TLS key {key} is given without a certificate; name that too (--tls-cert, RAILOPS_TLS_CERT).";
        if (options.TlsClientAuthorityFile is { } authority)
            yield return $"An authority for clients ({authority}) is given without a server certificate; name that too (--tls-cert, RAILOPS_TLS_CERT).";
    }

    private static string[] Expired(string file, X509Certificate2 certificate, TimeProvider time)
    {
        var end = new DateTimeOffset(certificate.NotAfter).ToUniversalTime();
        return time.GetUtcNow() < end
            ? []
            : [$"TLS certificate {file} was valid until {end.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC; clients would refuse it. Renew it."];
    }
}
