using System.Text.RegularExpressions;
using NUnit.Framework;
using RailOps.Server.Hosting;
using RailOps.Server.Tests.Rpc;

namespace RailOps.Server.Tests.Hosting;

/// <summary>What can be checked of docker/ and of the server's guide without a container engine.</summary>
[TestFixture]
internal sealed partial class DockerFilesTests
{
    [Test]
    public void The_image_is_built_from_files_that_exist()
    {
        var sources = Lines("docker/Dockerfile")
            .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1])
            .ToList();

        Assert.That(sources, Has.Count.GreaterThan(10));
        foreach (var source in sources)
            Assert.That(Path.Exists(Path.Combine(OtherClient.Root, source)), source);
    }

    [Test]
    public void The_image_restores_every_project_that_the_server_is_made_of()
    {
        var dockerfile = Text("docker/Dockerfile");
        var projects = Directory.EnumerateFiles(Path.Combine(OtherClient.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(OtherClient.Root, path).Replace('\\', '/'));

        foreach (var project in projects)
            Assert.That(dockerfile, Does.Contain($"COPY {project} "));
    }

    [TestCase("docker/Dockerfile")]
    [TestCase("docker/compose.yaml")]
    [TestCase("docker/README.md")]
    [TestCase("docs/guide/server.md")]
    public void Every_variable_that_is_named_is_one_that_something_reads(string file)
    {
        var named = Variable().Matches(Text(file)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        Assert.That(named, Is.Not.Empty);
        Assert.That(named.Except(ReadByServer().Concat(ReadByShell), StringComparer.Ordinal), Is.Empty);
    }

    [Test]
    public void The_guide_names_every_variable_that_the_server_reads()
    {
        var named = Variable().Matches(Text("docs/guide/server.md")).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        Assert.That(ReadByServer().Except(named, StringComparer.Ordinal), Is.Empty);
    }

    [Test]
    public void The_dashboard_asks_for_metrics_that_the_server_has()
    {
        var known = typeof(Telemetry.TelemetryNames).GetFields()
            .Where(field => field.IsLiteral)
            .Select(field => ((string)field.GetRawConstantValue()!).Replace('.', '_'))
            .ToList();

        var asked = Metric().Matches(Text("docker/grafana/railops.json")).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.That(asked, Has.Count.GreaterThan(5));
        foreach (var metric in asked)
            Assert.That(known.Exists(name => metric.StartsWith(name, StringComparison.Ordinal)), metric);
    }

    [Test]
    public void The_image_neither_runs_as_root_nor_writes_and_asks_itself_whether_it_serves()
    {
        Assert.That(Text("docker/Dockerfile"), Does.Contain("USER $APP_UID").And.Match("HEALTHCHECK .*\"health\"\\]"));
        Assert.That(Text("docker/compose.yaml"), Does.Contain("read_only: true").And.Contain("127.0.0.1:5080:5080"));
    }

    /// <summary>Of the shell's client and of its errors; <c>RAILOPS_CONNECTIONS</c> and its like come from <see cref="ReadByServer"/>.</summary>
    private static readonly string[] ReadByShell =
        ["RAILOPS_API_KEY", "RAILOPS_TLS_CA", "RAILOPS_TLS_CLIENT_CERT", "RAILOPS_TLS_CLIENT_KEY", "RAILOPS_DEBUG"];

    private static List<string> ReadByServer()
    {
        var names = new List<string>();
        ServerEnvironment.Read(
            name =>
            {
                names.Add(name);
                return null;
            },
            []);
        return names;
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(OtherClient.Root, file));

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(OtherClient.Root, file));

    [GeneratedRegex(@"\b(?:RAILOPS|OTEL)_[A-Z_]+\b", RegexOptions.None, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\b(?:railops|rpc_server)_[a-z_]+(?=_bucket|_count\[|_total|[)\[])", RegexOptions.None, 1000)]
    private static partial Regex Metric();
}
