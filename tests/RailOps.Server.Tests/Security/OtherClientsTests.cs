using System.Globalization;
using NUnit.Framework;
using RailOps.Server.Tests.Hosting;
using RailOps.Server.Tests.Rpc;
using RailOps.Server.Tests.Shell;

namespace RailOps.Server.Tests.Security;

/// <summary>TLS, certificates of clients and keys, as programs of other makers see them.</summary>
[TestFixture]
internal sealed class OtherClientsTests
{
    /// <summary>Arguments: target, authority, certificate and key of the client, API key. Calls Echo with an empty message.</summary>
    private const string PythonClient =
        """
        import grpc, sys
        target, authority, certificate, certificate_key, key = sys.argv[1:]
        read = lambda path: open(path, "rb").read() if path else None
        credentials = grpc.ssl_channel_credentials(read(authority), read(certificate_key), read(certificate))
        with grpc.secure_channel(target, credentials, options=(("grpc.enable_http_proxy", 0),)) as channel:
            call = channel.unary_unary("/railops.probe.v1.ProbeService/Echo", lambda b: b, lambda b: b)
            try:
                call(b"", timeout=20, metadata=(("x-api-key", key),) if key else ())
                print("OK")
            except grpc.RpcError as failure:
                print(failure.code().name)
        """;

    private TestAuthority _authority = null!;
    private TestKeys _keys = null!;

    [SetUp]
    public void MakeFiles() => (_authority, _keys) = (new TestAuthority(), new TestKeys());

    [TearDown]
    public void RemoveFiles()
    {
        _authority.Dispose();
        _keys.Dispose();
    }

    [TestCase(true, true, "OK")]
    [TestCase(true, false, "UNAUTHENTICATED")]
    [TestCase(false, true, "UNAVAILABLE")]
    public async Task Python_needs_the_certificate_to_connect_and_the_key_to_ask(bool hasCertificate, bool hasKey, string expected)
    {
        var apiKey = _keys.Add("python");
        var (certificate, key) = _authority.Server();
        await using var server = await StartedServer.StartAsync(
            _keys.Options with { TlsCertificateFile = certificate, TlsKeyFile = key, TlsClientAuthorityFile = _authority.File });
        var (ownCertificate, ownKey) = hasCertificate ? _authority.Client() : ("", "");
        var target = string.Create(CultureInfo.InvariantCulture, $"localhost:{server.Ports.GrpcPort}");

        var (exitCode, output) = await OtherClient.RunAsync(
            OtherClient.Python, OtherClient.Root, "-c", PythonClient, target, _authority.File, ownCertificate, ownKey, hasKey ? apiKey : "");

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output.Trim().Split('\n')[0], Is.EqualTo(expected), output);
    }

    [Test]
    public async Task Serve_with_a_certificate_and_keys_says_so_and_the_shell_can_ask_it()
    {
        using var data = new Model.Tests.Formats.TinyNetworks();
        var apiKey = _keys.Add("shell");
        var (certificate, key) = _authority.Server();
        using var program = RunningProgram.Start(
            "serve", "--data", data.Root, "--grpc-port", "0", "--tls-cert", certificate, "--tls-key", key, "--keys", _keys.File);
        var address = (await program.LineWithAsync("  page ")).Split(' ')[^1];
        var access = await program.LineWithAsync("  access ");
        using var channel = Server.Shell.Clients.SecureChannel.Open(
            address, new Server.Shell.Clients.ClientCredentials { AuthorityFile = _authority.File }, 1_000_000);
        var catalog = new Contracts.V1.CatalogService.CatalogServiceClient(channel);

        var info = await catalog.GetServerInfoAsync(
            new Contracts.V1.GetServerInfoRequest(), new Grpc.Core.Metadata { { "authorization", $"Bearer {apiKey}" } });

        Assert.That(address, Does.StartWith("https://"));
        Assert.That(access, Does.EndWith("this machine only; TLS, API key needed"));
        Assert.That(info.Limits.KeyRequired);
    }
}
