using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client;
using RailOps.Server.Security;
using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell.Clients;

/// <summary>Opens channels to servers, with TLS as the credentials say.</summary>
internal static class SecureChannel
{
    /// <summary>Makes a channel; it connects with the first call.</summary>
    /// <param name="server">host:port, or an address with http:// or https://.</param>
    /// <param name="credentials">Whom to trust and what to show.</param>
    /// <param name="receiveMessageBytes">Largest answer.</param>
    /// <exception cref="CallFailedException">The address or a file of the credentials cannot be used.</exception>
    public static GrpcChannel Open(string server, ClientCredentials credentials, int receiveMessageBytes)
    {
        var address = ServerAddress.Parse(server);
        var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true };
        try
        {
            SetCertificates(handler.SslOptions, credentials);
        }
        catch (InvalidDataException fault)
        {
            handler.Dispose();
            throw Faults.Other(CallCodes.InvalidArgument, "OPTION_INVALID", fault.Message, fault);
        }
        var options = new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true, MaxReceiveMessageSize = receiveMessageBytes };
        return GrpcChannel.ForAddress(address, options);
    }

    private static void SetCertificates(SslClientAuthenticationOptions tls, ClientCredentials credentials)
    {
        if (credentials.AuthorityFile is { } authorities)
        {
            var check = new CertificateCheck(TlsFiles.LoadAuthorities(authorities), CertificateCheck.ForServers);
            tls.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                certificate is X509Certificate2 shown && check.IsAccepted(shown, chain, errors);
        }
        if (credentials.CertificateFile is { } file)
        {
            var own = TlsFiles.LoadWithKey(file, credentials.CertificateKeyFile ?? file);
            tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => own;
        }
    }
}
