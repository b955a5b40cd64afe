using NUnit.Framework;
using RailOps.Server.Shell.Clients;
using RailOps.Server.Shell.Rendering;
using RailOps.Server.Shell;
using RailOps.Testing;

namespace RailOps.Server.Tests.Shell;

/// <summary>Every question that docs/guide/shell.md shows is asked, of this process and the data of the repository; GraphGuideTests ask those about graphs.</summary>
[TestFixture]
internal sealed class GuideTests
{
    private static readonly string[] Questions =
        ["assess", "uncertainty", "compare", "rank", "means", "interdict", "frontier", "fortify", "maxflow", "timelines", "scenarios", "networks", "formations", "export", "backtest", "doctor", "version", "help"];

    private static IEnumerable<string> Examples() =>
        from line in File.ReadLines(Path.Combine(RepositoryFolder.Root, "docs", "guide", "shell.md"))
        where line.StartsWith("./railops ", StringComparison.Ordinal) && !line.Contains("--server", StringComparison.Ordinal)
            && !line.Contains("--graph", StringComparison.Ordinal) && !line.Contains("--dimacs", StringComparison.Ordinal)
        let example = line.Split("   ")[0]
        where Questions.Contains(example.Split(' ')[1])
        select example;

    [TestCaseSource(nameof(Examples))]
    public async Task An_example_of_the_guide_is_answered(string example)
    {
        var folder = Directory.CreateTempSubdirectory("railops-guide-").FullName;
        try
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            var environment = new ShellEnvironment(
                output,
                error,
                new ReportStyle(ShellRun.WidthColumns, Colour: false),
                ClientChoice.ConnectAsync,
                name => name == "RAILOPS_DATA" ? RepositoryFolder.Networks : null,
                folder,
                folder);

            var exitCode = await new RailOpsShell(environment).RunAsync(Words(example)[1..], CancellationToken.None);

            Assert.That(error.ToString(), Is.Empty);
            Assert.That(exitCode, Is.Zero);
            Assert.That(output.ToString(), Is.Not.Empty);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void The_guide_shows_every_question()
    {
        Assert.That(Examples().Select(example => example.Split(' ')[1]).Distinct(), Is.SupersetOf(Questions));
    }

    /// <summary>Splits as a shell does: at blanks outside of single quotes.</summary>
    private static string[] Words(string line) =>
        [.. line.Split('\'').SelectMany((part, index) => index % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
