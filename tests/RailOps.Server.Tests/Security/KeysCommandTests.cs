using NUnit.Framework;
using RailOps.Server.Security;
using RailOps.Server.Shell;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Rendering;
using RailOps.Server.Tests.Hosting;
using RailOps.Server.Tests.Shell;

namespace RailOps.Server.Tests.Security;

[TestFixture]
internal sealed class KeysCommandTests
{
    private TestKeys _keys = null!;

    [SetUp]
    public void MakeFolder() => _keys = new TestKeys();

    [TearDown]
    public void RemoveFolder() => _keys.Dispose();

    [Test]
    public async Task Add_prints_the_key_alone_and_the_file_has_its_hash()
    {
        var run = await RunAsync("keys", "add", "planner", "--requests-per-second", "7");

        var key = run.Output.TrimEnd('\n');
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(key, Does.Match("^railops_[A-Za-z0-9_-]{43}$"));
        Assert.That(run.Error, Does.Contain("shown this once").And.Not.Contain(key));
        var line = ApiKeyFile.Read(_keys.File, [])!.Single();
        Assert.That(line, Is.EqualTo(new ApiKeyLine("planner", ApiKeySecret.HashHex(key), 7)));
    }

    [Test]
    public async Task List_shows_names_and_limits_but_no_hash()
    {
        _keys.Add("planner", requestsPerSecond: 7);

        var run = await RunAsync("keys", "list");

        Assert.That(run.Output, Does.Match(@"planner +7 +as the server").And.Not.Contain("sha256"));
    }

    [Test]
    public async Task Remove_takes_the_key_out_and_a_wrong_name_gets_the_nearest()
    {
        _keys.Add("planner");

        var wrong = await RunAsync("keys", "remove", "planer");
        var right = await RunAsync("keys", "remove", "planner");

        Assert.That((wrong.ExitCode, right.ExitCode), Is.EqualTo((2, 0)));
        Assert.That(wrong.Error, Does.Contain("\"planner\""));
        Assert.That(ApiKeyFile.Read(_keys.File, []), Is.Empty);
    }

    [TestCase("Planner")]
    [TestCase("a b")]
    [TestCase("taken")]
    public async Task Add_refuses_a_bad_or_taken_name_and_changes_nothing(string name)
    {
        _keys.Add("taken");
        var before = await File.ReadAllTextAsync(_keys.File);

        var run = await RunAsync("keys", "add", name);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain(name));
        Assert.That(await File.ReadAllTextAsync(_keys.File), Is.EqualTo(before));
    }

    [Test]
    public async Task The_shell_sends_its_key_and_without_it_says_what_is_missing()
    {
        var key = _keys.Add("planner");
        await using var server = await StartedServer.StartAsync(_keys.Options);
        var address = $"127.0.0.1:{server.Ports.GrpcPort}";

        var refused = await RunAsync("timelines", "--server", address);
        var answered = await RunAsync(name => name == "RAILOPS_API_KEY" ? key : null, "timelines", "--server", address);

        Assert.That((refused.ExitCode, answered.ExitCode), Is.EqualTo((1, 0)), answered.Error);
        Assert.That(refused.Error, Does.Contain("RAILOPS_API_KEY"));
    }

    [Test]
    public async Task Health_tells_a_server_that_serves_from_none_even_with_TLS_and_keys()
    {
        using var authority = new TestAuthority();
        _keys.Add("planner");
        var (certificate, certificateKey) = authority.Server();
        await using var server = await StartedServer.StartAsync(_keys.Options with { TlsCertificateFile = certificate, TlsKeyFile = certificateKey });
        var port = server.Ports.GrpcPort.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string? Variable(string name) => name switch
        {
            "RAILOPS_GRPC_PORT" => port,
            "RAILOPS_TLS_CERT" => certificate,
            "RAILOPS_TLS_CA" => authority.File,
            _ => null,
        };

        var here = await RunAsync(Variable, "health");
        await server.App.StopAsync();
        var gone = await RunAsync(Variable, "health");

        Assert.That((here.ExitCode, here.Output), Is.EqualTo((0, $"https://localhost:{port}: serves\n")), here.Error);
        Assert.That(gone.ExitCode, Is.EqualTo(3));
    }

    private Task<ShellRun> RunAsync(params string[] arguments) => RunAsync(_ => null, arguments);

    private async Task<ShellRun> RunAsync(Func<string, string?> variable, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var folder = Path.GetDirectoryName(_keys.File)!;
        var environment = new ShellEnvironment(
            output,
            error,
            new ReportStyle(ShellRun.WidthColumns, Colour: false),
            ClientChoice.ConnectAsync,
            name => name == "RAILOPS_KEYS" ? _keys.File : variable(name),
            folder,
            folder);
        var exitCode = await new RailOpsShell(environment).RunAsync(arguments, CancellationToken.None);
        return new ShellRun(exitCode, output.ToString(), error.ToString());
    }
}
