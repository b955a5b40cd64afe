using NUnit.Framework;
using RailOps.Model.Tests.Formats;

namespace RailOps.Server.Tests.Shell;

/// <summary><c>railops serve</c> as a process, on free ports of the loopback.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "Stops the program with a signal.")]
internal sealed class ServeTests
{
    private TinyNetworks _data = null!;

    [OneTimeSetUp]
    public void MakeData() => _data = new TinyNetworks();

    [OneTimeTearDown]
    public void RemoveData() => _data.Dispose();

    [TestCase("INT")]
    [TestCase("TERM")]
    public async Task The_server_says_what_to_open_answers_there_and_stops_when_asked(string signal)
    {
        using var program = Start("--grpc-port", "0", "--http-port", "0");
        var page = Word(await program.LineWithAsync("  page "), "http");
        await program.LineWithAsync("  data ");
        using var http = new HttpClient();

        Assert.That(await http.GetStringAsync(new Uri(page + "healthz")), Is.EqualTo("ok\n"));

        program.Terminate(signal);
        var (exitCode, output, _) = await program.ReadToEndAsync();
        Assert.That(exitCode, Is.Zero);
        Assert.That(output, Does.EndWith("RailOps has stopped.\n"));
    }

    [Test]
    public async Task A_port_that_is_taken_is_named_with_the_way_out()
    {
        using var first = Start("--grpc-port", "0", "--http-port", "0");
        var port = Word(await first.LineWithAsync("  gRPC "), "127.0.0.1:").Split(':')[1];
        using var second = Start("--grpc-port", port, "--http-port", "0");
        var (exitCode, _, error) = await second.ReadToEndAsync();

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error, Does.Contain(port).And.Contain("--grpc-port"));
    }

    [TestCase("--bind", "0.0.0.0", "other machines")]
    [TestCase("--grpc-port", "70000", "between 0 and 65535")]
    [TestCase("--bind", "here", "IP address")]
    public async Task Bad_options_are_refused_before_anything_listens(string option, string value, string expected)
    {
        using var program = Start(option, value);
        var (exitCode, output, error) = await program.ReadToEndAsync();

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(error, Does.Contain(expected));
        Assert.That(output, Is.Empty);
    }

    [Test]
    public async Task Unusable_data_are_refused_with_the_place_of_the_first_error()
    {
        using var broken = new TinyNetworks();
        broken.Delete("base/links.csv");
        using var program = RunningProgram.Start("serve", "--data", broken.Root, "--grpc-port", "0", "--http-port", "0");
        var (exitCode, _, error) = await program.ReadToEndAsync();

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(error, Does.Contain("base/links.csv").And.Contain("railops check"));
    }

    private RunningProgram Start(params string[] options) => RunningProgram.Start(["serve", "--data", _data.Root, .. options]);

    /// <summary>The word of the line that begins so.</summary>
    private static string Word(string line, string beginning) =>
        line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).First(word => word.StartsWith(beginning, StringComparison.Ordinal));
}
