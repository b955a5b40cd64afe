using System.Text.Json;
using NUnit.Framework;

namespace RailOps.Server.Tests.Shell;

/// <summary>The built program, run as a process.</summary>
[TestFixture]
internal sealed class ProcessTests
{
    [Test]
    public async Task Help_names_every_command()
    {
        var (exitCode, output, error) = await RunAsync("help");

        Assert.That(exitCode, Is.Zero);
        Assert.That(error, Is.Empty);
        foreach (var command in new[] { "assess", "compare", "maxflow", "timelines", "scenarios", "networks", "formations", "export", "serve", "check", "doctor", "version", "help" })
            Assert.That(output, Does.Contain($"  {command} "));
    }

    [Test]
    public async Task Without_a_command_the_help_is_shown()
    {
        Assert.That((await RunAsync()).Output, Is.EqualTo((await RunAsync("help")).Output));
    }

    [Test]
    public async Task Help_for_a_command_is_what_its_own_help_option_shows()
    {
        var (exitCode, output, _) = await RunAsync("help", "assess");

        Assert.That(exitCode, Is.Zero);
        Assert.That(output, Does.Contain("--capture").And.EqualTo((await RunAsync("assess", "--help")).Output));
    }

    [TestCase("asess", "assess")]
    [TestCase("timelnes", "timelines")]
    public async Task An_unknown_command_gets_the_nearest_one(string typed, string meant)
    {
        var (exitCode, output, error) = await RunAsync(typed);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(error, Does.Contain(meant));
        Assert.That(output, Is.Empty);
    }

    [Test]
    public async Task An_unknown_option_gets_the_nearest_one()
    {
        var (exitCode, _, error) = await RunAsync("assess", "sample", "--clse", "x");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(error, Does.Contain("--close"));
    }

    [Test]
    public async Task With_json_a_malformed_command_line_is_json_on_the_error_stream()
    {
        var (exitCode, output, error) = await RunAsync("assess", "--json");

        using var document = JsonDocument.Parse(error);
        Assert.That(document.RootElement.GetProperty("code").GetInt32(), Is.EqualTo(3));
        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(output, Is.Empty);
    }

    [Test]
    public async Task Version_is_one_line()
    {
        Assert.That((await RunAsync("version")).Output, Does.Match(@"^railops \d+\.\d+\.\d+\n$"));
    }

    [Test]
    public async Task A_server_that_does_not_answer_ends_with_3_and_says_what_to_do()
    {
        var (exitCode, output, error) = await RunAsync("timelines", "--server", "127.0.0.1:1");

        Assert.That(exitCode, Is.EqualTo(3));
        Assert.That(error, Is.EqualTo(
            "railops: No server answers at 127.0.0.1:1. Start one with ./railops up, or leave out --server and let this process answer.\n"));
        Assert.That(output, Is.Empty);
    }

    [Test]
    public async Task An_address_without_a_port_is_bad_input()
    {
        var (exitCode, _, error) = await RunAsync("timelines", "--server", "localhost", "--json");

        using var document = JsonDocument.Parse(error);
        Assert.That(document.RootElement.GetProperty("message").GetString(), Does.Contain("HOST:PORT"));
        Assert.That(exitCode, Is.EqualTo(2));
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var program = RunningProgram.Start(arguments);
        return await program.ReadToEndAsync();
    }
}
