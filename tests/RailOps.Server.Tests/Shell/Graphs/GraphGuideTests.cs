using NUnit.Framework;
using RailOps.Server.Shell;
using RailOps.Server.Shell.Rendering;
using RailOps.Testing;

namespace RailOps.Server.Tests.Shell.Graphs;

/// <summary>Keeps docs/guide/graphs.md true. To write it anew: RAILOPS_WRITE_DOCS=1 dotnet test --filter GraphGuideTests.</summary>
[TestFixture]
internal sealed class GraphGuideTests
{
    private const string Net = "--graph docs/guide/examples/supply-net-edges.csv --nodes docs/guide/examples/supply-net-nodes.csv --source depot --sink railhead";
    private static readonly string Guide = Path.Combine(RepositoryFolder.Root, "docs", "guide", "graphs.md");

    [TestCase("interdict", "--budget raids=2 --budget sorties=100 --plans 3")]
    [TestCase("frontier", "--budget raids=3 --budget sorties=200 --vary sorties")]
    [TestCase("fortify", "--budget raids=2 --budget sorties=100 --defence-budget 4")]
    public async Task What_the_guide_shows_is_what_the_program_prints(string command, string options)
    {
        var typed = $"{command} {Net} {options}";
        var shown = $"```\n./railops {typed.Replace(" --source", " \\\n    --source", StringComparison.Ordinal)}\n```\n\n```\n{WithoutMeasures(await PrintedAsync(typed))}```\n";
        var (begin, end) = ($"<!-- {command}: written by GraphGuideTests -->\n", $"<!-- end of {command} -->\n");
        var guide = await File.ReadAllTextAsync(Guide);
        var from = guide.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = guide.IndexOf(end, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("RAILOPS_WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(Guide, guide[..from] + shown + guide[to..]);
        else
            Assert.That(guide[from..to], Is.EqualTo(shown), "docs/guide/graphs.md is stale; write it anew with RAILOPS_WRITE_DOCS=1");
    }

    [Test]
    public async Task The_faults_that_the_guide_shows_are_told_so()
    {
        using var shell = new GraphShell().With("net.csv", "from,to,capacity,cost\na,b,1,1\nb,c,1,1\nc,d,1,1\nd,e,1,1\ne,f,1,1\nf,g,unlimitted,1\ng,h,1,1\nh,i,1\n");

        var run = await shell.RunAsync("interdict", "--graph", "net.csv", "--source", "a", "--sink", "i", "--budget", "1");

        Assert.That(await File.ReadAllTextAsync(Guide), Does.Contain($"```\n{run.Error}```\n"));
    }

    /// <summary>The text without what is another at every run: the line of times and counts.</summary>
    private static string WithoutMeasures(string text) => string.Join('\n', text.Split('\n').Select(line => line.StartsWith("✓ certificate checked, ", StringComparison.Ordinal) ? "✓ certificate checked, ..." : line));

    private static async Task<string> PrintedAsync(string typed)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var environment = new ShellEnvironment(
            output, error, new ReportStyle(ShellRun.WidthColumns, Colour: false), (_, _) => throw new InvalidOperationException(), _ => null,
            RepositoryFolder.Root, RepositoryFolder.Root);
        Assert.That(await new RailOpsShell(environment).RunAsync(typed.Split(' '), CancellationToken.None), Is.Zero, error.ToString());
        return output.ToString();
    }
}
