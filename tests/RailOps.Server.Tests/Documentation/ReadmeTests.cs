using NUnit.Framework;
using RailOps.Model.Formats;
using RailOps.Server.Hosting;
using RailOps.Server.Services;
using RailOps.Testing;

namespace RailOps.Server.Tests.Documentation;

/// <summary>Keeps the README's results true. To write them anew: RAILOPS_WRITE_DOCS=1 dotnet test --filter ReadmeTests.</summary>
public sealed class ReadmeTests
{
    private static readonly Dictionary<string, Func<RailOpsApi, string>> Blocks = new(StringComparer.Ordinal)
    {
        ["what-ifs"] = WhatIfTable.Build,
        ["attacks"] = AttackBlock.Build,
    };

    [TestCase("what-ifs")]
    [TestCase("attacks")]
    public void A_block_of_results_is_what_the_product_answers(string name)
    {
        var root = RepositoryFolder.Root;
        var data = RailDataReader.Load(Path.Combine(root, "networks")).Data!;
        var block = Blocks[name](new RailOpsApi(data, new ServerOptions(), TimeProvider.System)).ReplaceLineEndings("\n");
        var (begin, end) = ($"<!-- {name}: written by ReadmeTests -->\n", $"<!-- end of {name} -->\n");
        var path = Path.Combine(root, "README.md");
        var readme = File.ReadAllText(path);
        var from = readme.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = readme.IndexOf(end, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("RAILOPS_WRITE_DOCS") == "1")
            File.WriteAllText(path, readme[..from] + block + readme[to..]);
        else
            Assert.That(readme[from..to], Is.EqualTo(block), "README.md is stale; write it anew with RAILOPS_WRITE_DOCS=1");
    }
}
