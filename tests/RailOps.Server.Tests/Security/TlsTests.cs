using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using NUnit.Framework;
using RailOps.Contracts.Health;
using RailOps.Server.Hosting;
using RailOps.Server.Security;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Tests.Hosting;
using ServingStatus = RailOps.Contracts.Health.HealthCheckResponse.Types.ServingStatus;

namespace RailOps.Server.Tests.Security;

[TestFixture]
internal sealed class TlsTests
{
    private TestAuthority _authority = null!;
    private TestAuthority _stranger = null!;

    [OneTimeSetUp]
    public void MakeAuthorities() => (_authority, _stranger) = (new TestAuthority(), new TestAuthority("stranger"));

    [OneTimeTearDown]
    public void RemoveAuthorities()
    {
        _authority.Dispose();
        _stranger.Dispose();
    }

    [TestCase("1.1")]
    [TestCase("2.0")]
    public async Task One_port_speaks_both_versions_of_HTTP(string version)
    {
        await using var server = await StartedServer.StartAsync(WithPem());
        using var http = new HttpClient(TrustingHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://127.0.0.1:{server.Ports.HttpPort}/healthz")
        {
            Version = Version.Parse(version), VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var response = await http.SendAsync(request);

        Assert.That(server.Ports.HttpPort, Is.EqualTo(server.Ports.GrpcPort));
        Assert.That((response.StatusCode, response.Version), Is.EqualTo((HttpStatusCode.OK, Version.Parse(version))));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("ok\n"));
    }

    [Test]
    public async Task A_call_passes_over_TLS_with_a_certificate_from_PEM()
    {
        await using var server = await StartedServer.StartAsync(WithPem());

        Assert.That(await CheckAsync(server, new ClientCredentials { AuthorityFile = _authority.File }), Is.EqualTo(ServingStatus.Serving));
    }

    [Test]
    public async Task A_call_passes_over_TLS_with_a_certificate_from_PFX_with_a_password()
    {
        var (pfx, password) = _authority.ServerPfx("correct horse");
        await using var server = await StartedServer.StartAsync(new ServerOptions { TlsCertificateFile = pfx, TlsPasswordFile = password });

        Assert.That(await CheckAsync(server, new ClientCredentials { AuthorityFile = _authority.File }), Is.EqualTo(ServingStatus.Serving));
    }

    [Test]
    public async Task A_client_refuses_a_server_of_another_authority()
    {
        await using var server = await StartedServer.StartAsync(WithPem());

        var failure = (await Assert.ThrowsAsync<RpcException>(() => CheckAsync(server, new ClientCredentials { AuthorityFile = _stranger.File })))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.Unavailable));
    }

    [Test]
    public async Task Without_encryption_the_TLS_port_does_not_answer()
    {
        await using var server = await StartedServer.StartAsync(WithPem());
        using var plain = GrpcChannel.ForAddress($"http://127.0.0.1:{server.Ports.GrpcPort}");

        var failure = (await Assert.ThrowsAsync<RpcException>(
            () => new Contracts.Health.Health.HealthClient(plain).CheckAsync(new HealthCheckRequest()).ResponseAsync))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.Unavailable).Or.EqualTo(StatusCode.Internal));
    }

    [Test]
    public async Task With_an_authority_for_clients_a_client_with_its_certificate_is_served()
    {
        await using var server = await StartedServer.StartAsync(WithClientAuthority());
        var (certificate, key) = _authority.Client();

        var status = await CheckAsync(
            server, new ClientCredentials { AuthorityFile = _authority.File, CertificateFile = certificate, CertificateKeyFile = key });

        Assert.That(status, Is.EqualTo(ServingStatus.Serving));
    }

    [TestCase("none")]
    [TestCase("of another authority")]
    [TestCase("for servers only")]
    public async Task With_an_authority_for_clients_others_are_refused(string certificateKind)
    {
        await using var server = await StartedServer.StartAsync(WithClientAuthority());
        var (certificate, key) = certificateKind switch
        {
            "of another authority" => _stranger.Client(),
            "for servers only" => _authority.Server(),
            _ => ((string?)null, (string?)null),
        };
        var credentials = new ClientCredentials { AuthorityFile = _authority.File, CertificateFile = certificate, CertificateKeyFile = key };

        var failure = (await Assert.ThrowsAsync<RpcException>(() => CheckAsync(server, credentials)))!;

        Assert.That(failure.StatusCode, Is.EqualTo(StatusCode.Unavailable));
    }

    [Test]
    public void Files_that_cannot_serve_are_named()
    {
        var (certificate, key) = _authority.Server();
        var good = new ServerOptions { TlsCertificateFile = certificate, TlsKeyFile = key };
        var (_, otherKey) = _stranger.Server();

        Assert.That(good.Validate(), Is.Empty);
        Assert.That((good with { TlsCertificateFile = "missing.pem" }).Validate().Single(), Does.Contain("missing.pem"));
        Assert.That((good with { TlsKeyFile = null }).Validate().Single(), Does.Contain(certificate));
        Assert.That((good with { TlsKeyFile = otherKey }).Validate().Single(), Does.Contain("cannot be used"));
        Assert.That((good with { TlsClientAuthorityFile = key }).Validate().Single(), Does.Contain("no certificate in PEM form"));
        Assert.That((good with { TlsCertificateFile = _authority.Write("broken.pfx", "no certificate") }).Validate().Single(), Does.Contain("broken.pfx"));
    }

    [Test]
    public void An_expired_certificate_is_refused_with_its_date()
    {
        using var old = new TestAuthority();
        var (certificate, key) = old.Server(validDays: -1);

        Assert.That(
            new ServerOptions { TlsCertificateFile = certificate, TlsKeyFile = key }.Validate().Single(), Does.Contain("was valid until").And.Contain("Renew"));
    }

    [Test]
    public void A_key_or_an_authority_without_a_certificate_is_a_mistake() =>
        Assert.That(new ServerOptions { TlsKeyFile = "a.key", TlsClientAuthorityFile = "ca.pem" }.Validate(), Has.Count.EqualTo(2));

    private ServerOptions WithPem()
    {
        var (certificate, key) = _authority.Server();
        return new ServerOptions { TlsCertificateFile = certificate, TlsKeyFile = key };
    }

    private ServerOptions WithClientAuthority() => WithPem() with { TlsClientAuthorityFile = _authority.File };

    private SocketsHttpHandler TrustingHandler()
    {
        var check = new CertificateCheck(TlsFiles.LoadAuthorities(_authority.File), CertificateCheck.ForServers);
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, chain, errors) =>
            shown is System.Security.Cryptography.X509Certificates.X509Certificate2 certificate && check.IsAccepted(certificate, chain, errors);
        return handler;
    }

    private static async Task<ServingStatus> CheckAsync(StartedServer server, ClientCredentials credentials)
    {
        using var channel = SecureChannel.Open($"https://127.0.0.1:{server.Ports.GrpcPort}", credentials, 1000);
        var options = new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(20));
        return (await new Contracts.Health.Health.HealthClient(channel).CheckAsync(new HealthCheckRequest(), options)).Status;
    }
}
