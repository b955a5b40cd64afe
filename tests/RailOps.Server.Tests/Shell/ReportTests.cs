using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Shell;

[TestFixture]
internal sealed class ReportTests
{
    [Test]
    public async Task An_assessment_reads_as_it_should()
    {
        var client = new FakeClient().Answer<AssessSupplyRequest>(_ => Samples.Assessment());
        await AssertGoldenAsync("assess.txt", await ShellRun.OfAsync(client, "assess", "sample"));
    }

    [Test]
    public async Task A_comparison_reads_as_it_should()
    {
        var client = new FakeClient().Answer<CompareTimelinesRequest>(_ => Samples.Comparison());
        await AssertGoldenAsync("compare.txt", await ShellRun.OfAsync(client, "compare", "sample", "sample+close:tunnel"));
    }

    /// <summary>Compares with a text in Golden/. To accept a new look on purpose, run with RAILOPS_ACCEPT_GOLDEN=1 and read the difference.</summary>
    private static async Task AssertGoldenAsync(string name, ShellRun run)
    {
        Assert.That(run.Error, Is.Empty);
        Assert.That(run.ExitCode, Is.Zero);
        var file = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Golden", name);
        if (Environment.GetEnvironmentVariable("RAILOPS_ACCEPT_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, run.Output);
        Assert.That(run.Output, Is.EqualTo((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n")));
    }

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
