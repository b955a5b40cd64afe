using NUnit.Framework;
using RailOps.Server.Hosting;

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
    public void Listening_beyond_loopback_needs_the_flag_and_says_why(string address)
    {
        var open = new ServerOptions { BindAddress = address };

        Assert.That(open.Validate().Single(), Does.Contain("neither encrypts nor asks for a key").And.Contain("RAILOPS_INSECURE_TRANSPORT"));
        Assert.That((open with { InsecureTransport = true }).Validate(), Is.Empty);
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
            ["RAILOPS_SOLVE_TIME_LIMIT_SECONDS"] = "7",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://localhost:4317",
        };
        var problems = new List<string>();

        var options = ServerEnvironment.Read(variables.GetValueOrDefault, problems);

        Assert.That(problems, Is.Empty);
        Assert.That((options.GrpcPort, options.HttpPort, options.BindAddress, options.DataDirectory), Is.EqualTo((6000, 0, "::1", "elsewhere")));
        Assert.That((options.SolveTimeLimit, options.OtlpEndpoint!.Port), Is.EqualTo((TimeSpan.FromSeconds(7), 4317)));
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
