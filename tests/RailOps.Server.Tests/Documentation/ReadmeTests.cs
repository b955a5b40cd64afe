using NUnit.Framework;
using RailOps.Model.Formats;
using RailOps.Server.Hosting;
using RailOps.Server.Services;
using RailOps.Testing;

namespace RailOps.Server.Tests.Documentation;

/// <summary>Keeps the README's results true. To write them anew: RAILOPS_WRITE_DOCS=1 dotnet test --filter ReadmeTests.</summary>
public sealed class ReadmeTests
{
    private const string Begin = "<!-- what-ifs: written by ReadmeTests -->\n";
    private const string End = "<!-- end of what-ifs -->\n";

    [Test]
    public void The_table_of_what_ifs_is_what_the_product_answers()
    {
        var root = RepositoryFolder.Root;
        var data = RailDataReader.Load(Path.Combine(root, "networks")).Data!;
        var table = WhatIfTable.Build(new RailOpsApi(data, new ServerOptions(), TimeProvider.System)).ReplaceLineEndings("\n");
        var path = Path.Combine(root, "README.md");
        var readme = File.ReadAllText(path);
        var from = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = readme.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("RAILOPS_WRITE_DOCS") == "1")
            File.WriteAllText(path, readme[..from] + table + readme[to..]);
        else
            Assert.That(readme[from..to], Is.EqualTo(table), "README.md is stale; write it anew with RAILOPS_WRITE_DOCS=1");
    }
}
