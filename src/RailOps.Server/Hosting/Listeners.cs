using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using RailOps.Server.Security;

namespace RailOps.Server.Hosting;

/// <summary>Where and how the server listens: with TLS one port for HTTP/1.1 and HTTP/2 (ALPN chooses), without it one port for each.</summary>
internal static class Listeners
{
    private static readonly TimeSpan KeepAlivePingDelay = TimeSpan.FromSeconds(60);

    /// <summary>Sets addresses, protocols and limits of connections.</summary>
    public static void Configure(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.Http2.KeepAlivePingDelay = KeepAlivePingDelay;
        kestrel.Limits.Http2.MaxStreamsPerConnection = options.StreamsPerConnection;
        kestrel.Limits.MaxConcurrentConnections = options.ConnectionCount;
        if (options.HasTls)
        {
            kestrel.Listen(options.Address, options.GrpcPort, Encrypt);
            return;
        }
        kestrel.Listen(options.Address, options.GrpcPort, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        kestrel.Listen(options.Address, options.HttpPort, endpoint => endpoint.Protocols = HttpProtocols.Http1);
    }

    private static void Encrypt(ListenOptions endpoint)
    {
        endpoint.Protocols = HttpProtocols.Http1AndHttp2;
        endpoint.UseHttps(https => SetCertificates(https, endpoint.ApplicationServices.GetRequiredService<ServerCertificate>()));
    }

    private static void SetCertificates(HttpsConnectionAdapterOptions https, ServerCertificate certificate)
    {
        https.ServerCertificate = certificate.Leaf;
        https.ServerCertificateChain = certificate.Intermediates;
        if (certificate.ClientAuthorities is not { } authorities)
            return;
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.ClientCertificateValidation = new CertificateCheck(authorities, CertificateCheck.ForClients).IsAccepted;
    }
}
