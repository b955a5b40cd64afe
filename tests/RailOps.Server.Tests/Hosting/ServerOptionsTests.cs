using NUnit.Framework;
using RailOps.OrTools.Workers;
using RailOps.Server.Hosting;
using RailOps.Server.Tests.Security;

namespace RailOps.Server.Tests.Hosting;

[TestFixture]
internal sealed class ServerOptionsTests
{
    [Test]
    public void The_defaults_have_no_problem_and_listen_on_loopback_only()
    {
        var options = new ServerOptions();

        Assert.That(options.Validate(), Is.Empty);
        Assert.That((options.BindAddress, options.GrpcPort, options.HttpPort), Is.EqualTo(("127.0.0.1", 5080, 8080)));
    }

    [Test]
    public void All_problems_are_reported_at_once()
    {
        var options = new ServerOptions { GrpcPort = 70_000, HttpPort = -1, QueueLength = -3, ConcurrentSolveCount = 0, SolveTimeLimit = TimeSpan.Zero };

        Assert.That(options.Validate(), Has.Count.EqualTo(5));
    }

    [TestCase("0.0.0.0")]
    [TestCase("192.0.2.1")]
    [TestCase("::")]
    public void Listening_beyond_loopback_needs_encryption_and_keys_or_the_word_that_neither_is_wanted(string address)
    {
        var open = new ServerOptions { BindAddress = address };

        Assert.That(open.Validate(), Has.Count.EqualTo(2));
        Assert.That(open.Validate()[0], Does.Contain("nothing is encrypted").And.Contain("--tls-cert").And.Contain("RAILOPS_INSECURE_TRANSPORT"));
        Assert.That(open.Validate()[1], Does.Contain("nobody is asked").And.Contain("railops keys add").And.Contain("RAILOPS_NO_AUTH"));
        Assert.That((open with { InsecureTransport = true }).Validate().Single(), Does.Contain("nobody is asked"));
        Assert.That((open with { NoAuthentication = true }).Validate().Single(), Does.Contain("nothing is encrypted"));
        Assert.That((open with { InsecureTransport = true, NoAuthentication = true }).Validate(), Is.Empty);
    }

    [Test]
    public void Beyond_loopback_a_certificate_and_keys_are_enough()
    {
        using var authority = new TestAuthority();
        using var keys = new TestKeys();
        keys.Add("planner");
        var (certificate, key) = authority.Server();
        var encrypted = new ServerOptions { BindAddress = "0.0.0.0", TlsCertificateFile = certificate, TlsKeyFile = key };

        Assert.That((encrypted with { KeyFile = keys.File }).Validate(), Is.Empty);
        Assert.That((encrypted with { TlsClientAuthorityFile = authority.File }).Validate(), Is.Empty);
        Assert.That((encrypted with { KeyFile = keys.File, NoAuthentication = true }).Validate().Single(), Does.Contain("contradict"));
    }

    [Test]
    public void Every_limit_has_a_least_value()
    {
        var options = new ServerOptions
        {
            ReceiveMessageBytes = 0, ConcurrentSolveCount = 0, QueueLength = -1, ChangeCount = 0, ComparisonCaseCount = 1,
            RequestsPerSecondPerKey = 0, ConcurrentCallsPerKey = 0, StreamsPerConnection = 0, ConnectionCount = 0,
            SolveTimeLimit = TimeSpan.Zero, ShutdownTimeLimit = TimeSpan.Zero,
        };

        Assert.That(options.Validate(), Has.Count.EqualTo(11).And.All.Contains("should be"));
        Assert.That(new ServerOptions { RequestsPerSecondPerKey = 1_000_001 }.Validate().Single(), Does.Contain("at most 1000000"));
    }

    [TestCase(0, 2048)]
    [TestCase(65, 2048)]
    [TestCase(1, 63)]
    [TestCase(1, 2049)]
    public void Workers_of_OR_Tools_and_their_memory_have_limits(int count, int mebibytes)
    {
        var options = new ServerOptions { OrToolsWorkers = new NodeWorkerOptions { PoolSize = count, MemoryMebibytes = mebibytes } };
        Assert.That(options.Validate().Single(), Does.Contain("OR-Tools worker").And.Contain("should be between"));
        Assert.That(new ServerOptions { OrToolsTimeLimit = TimeSpan.Zero }.Validate().Single(), Does.Contain("OR-Tools time limit"));
    }

    [TestCase("127.0.0.1")]
    [TestCase("::1")]
    [TestCase("localhost")]
    public void Loopback_needs_no_flag(string address) => Assert.That(new ServerOptions { BindAddress = address }.Validate(), Is.Empty);

    [Test]
    public void One_port_cannot_serve_both() =>
        Assert.That(new ServerOptions { GrpcPort = 9000, HttpPort = 9000 }.Validate().Single(), Does.Contain("cannot share port 9000"));

    [Test]
    public void A_server_with_problems_is_not_built() =>
        Assert.That(
            () => RailOpsHost.Build(new ServerOptions { GrpcPort = -1 }, EmptyData.Make()),
            Throws.ArgumentException.With.Message.Contains("gRPC port -1"));

    [Test]
    public void Environment_variables_replace_defaults()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RAILOPS_GRPC_PORT"] = "6000",
            ["RAILOPS_HTTP_PORT"] = "0",
            ["RAILOPS_BIND"] = "::1",
            ["RAILOPS_DATA"] = "elsewhere",
            ["RAILOPS_TLS_CERT"] = "c.pem",
            ["RAILOPS_TLS_KEY"] = "c.key",
            ["RAILOPS_TLS_PASSWORD_FILE"] = "p",
            ["RAILOPS_TLS_CLIENT_CA"] = "ca.pem",
            ["RAILOPS_KEYS"] = "keys",
            ["RAILOPS_NO_AUTH"] = "true",
            ["RAILOPS_KEY_REQUESTS_PER_SECOND"] = "11",
            ["RAILOPS_KEY_CONCURRENT_CALLS"] = "12",
            ["RAILOPS_STREAMS_PER_CONNECTION"] = "13",
            ["RAILOPS_CONNECTIONS"] = "14",
            ["RAILOPS_CHANGES"] = "15",
            ["RAILOPS_COMPARISON_CASES"] = "16",
            ["RAILOPS_SHUTDOWN_SECONDS"] = "17",
            ["RAILOPS_SOLVE_TIME_LIMIT_SECONDS"] = "7",
            ["RAILOPS_NODE"] = "/opt/node",
            ["RAILOPS_OR_TOOLS"] = "/opt/or-tools",
            ["RAILOPS_OR_TOOLS_WORKERS"] = "3",
            ["RAILOPS_OR_TOOLS_MEMORY_MIB"] = "512",
            ["RAILOPS_OR_TOOLS_START_SECONDS"] = "8",
            ["RAILOPS_OR_TOOLS_SOLVE_SECONDS"] = "9",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://localhost:4317",
        };
        var problems = new List<string>();

        var options = ServerEnvironment.Read(variables.GetValueOrDefault, problems);

        Assert.That(problems, Is.Empty);
        Assert.That((options.GrpcPort, options.HttpPort, options.BindAddress, options.DataDirectory), Is.EqualTo((6000, 0, "::1", "elsewhere")));
        Assert.That((options.SolveTimeLimit, options.OtlpEndpoint!.Port), Is.EqualTo((TimeSpan.FromSeconds(7), 4317)));
        Assert.That(
            (options.TlsCertificateFile, options.TlsKeyFile, options.TlsPasswordFile, options.TlsClientAuthorityFile, options.KeyFile, options.NoAuthentication),
            Is.EqualTo(("c.pem", "c.key", "p", "ca.pem", "keys", true)));
        Assert.That((options.RequestsPerSecondPerKey, options.ConcurrentCallsPerKey, options.StreamsPerConnection, options.ConnectionCount), Is.EqualTo((11, 12, 13, 14)));
        Assert.That((options.ChangeCount, options.ComparisonCaseCount, options.ShutdownTimeLimit), Is.EqualTo((15, 16, TimeSpan.FromSeconds(17))));
        var workers = options.OrToolsWorkers;
        Assert.That(
            (workers.NodeProgram, workers.PackageFolder, workers.PoolSize, workers.MemoryMebibytes, workers.StartLimit, options.OrToolsTimeLimit),
            Is.EqualTo(("/opt/node", "/opt/or-tools", 3, 512, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(9))));
    }

    [Test]
    public void Every_variable_that_cannot_be_read_is_named()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RAILOPS_GRPC_PORT"] = "many",
            ["RAILOPS_INSECURE_TRANSPORT"] = "perhaps",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "here",
        };
        var problems = new List<string>();

        ServerEnvironment.Read(variables.GetValueOrDefault, problems);

        Assert.That(problems, Has.Count.EqualTo(3));
        Assert.That(problems, Has.One.Contains("many"));
    }
}
