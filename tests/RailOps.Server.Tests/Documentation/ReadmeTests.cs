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
        var data = RailDataReader.Load(RepositoryFolder.Networks).Data!;
        var block = Blocks[name](new RailOpsApi(data, new ServerOptions(), TimeProvider.System));
        DocumentBlock.Check("README.md", name, nameof(ReadmeTests), block);
    }
}
