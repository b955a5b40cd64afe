using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;
using RailOps.Analysis.Backtests;
using RailOps.Model.Formats;
using RailOps.Server.Shell.Rendering;
using RailOps.Testing;

namespace RailOps.Server.Tests.Documentation;

/// <summary>Keeps docs/validation.md, its plots and its block of the README true. To write them anew: RAILOPS_WRITE_DOCS=1 dotnet test --filter ValidationTests.</summary>
public sealed class ValidationTests
{
    private const string Begin = "<!-- backtests: written by ValidationTests -->\n";

    private static readonly IReadOnlyList<BacktestResult> Results = Run();

    private static bool Writes => Environment.GetEnvironmentVariable("RAILOPS_WRITE_DOCS") == "1";

    [Test]
    public void The_document_of_validation_is_what_the_product_answers()
    {
        var path = Path.Combine(RepositoryFolder.Root, "docs", "validation.md");
        var text = ValidationDocument.Build(Results).ReplaceLineEndings("\n");
        if (Writes)
            File.WriteAllText(path, text);
        else
            Assert.That(File.ReadAllText(path), Is.EqualTo(text), "docs/validation.md is stale; write it anew with RAILOPS_WRITE_DOCS=1");
    }

    [Test]
    public void The_README_shows_the_known_misses()
    {
        var path = Path.Combine(RepositoryFolder.Root, "README.md");
        var readme = File.ReadAllText(path);
        var from = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = readme.IndexOf("<!-- end of backtests -->\n", StringComparison.Ordinal);
        var block = ValidationDocument.KnownMisses(Results).ReplaceLineEndings("\n");
        if (Writes)
            File.WriteAllText(path, readme[..from] + block + readme[to..]);
        else
            Assert.That(readme[from..to], Is.EqualTo(block), "README.md is stale; write it anew with RAILOPS_WRITE_DOCS=1");
    }

    [TestCase("russo-japanese-war.svg", "rjw-")]
    [TestCase("khalkhin-gol-road.svg", "khg-")]
    public void A_plot_shows_what_the_product_answers_today(string file, string prefix)
    {
        var lines = Results.Where(r => r.Case.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(BacktestJson.PlotLine);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
        Assert.That(
            File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "validation", file)), Does.Contain($"data {digest}"),
            $"docs/validation/{file} is stale; draw it anew: ./railops backtest --json | python3 docs/validation/plots.py");
    }

    private static IReadOnlyList<BacktestResult> Run()
    {
        var data = RailDataReader.Load(RepositoryFolder.Networks).Data!;
        return BacktestRunner.Run(data, data.Backtests, CancellationToken.None);
    }
}
