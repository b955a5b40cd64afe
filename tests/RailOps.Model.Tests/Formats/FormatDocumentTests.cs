using NUnit.Framework;
using RailOps.Model.Backtests;
using RailOps.Model.Formats;
using RailOps.Testing;

namespace RailOps.Model.Tests.Formats;

/// <summary>The descriptions that the readers use and docs/formats.md say the same.</summary>
[TestFixture]
public sealed class FormatDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "formats.md"));

    private static IEnumerable<TableDescription> All => BaseFiles.All.Concat(DoctrineFiles.All).Append(BacktestFiles.Cases);

    private static IEnumerable<string> Tables => All.Select(t => t.Name);

    [TestCaseSource(nameof(Tables))]
    public void The_columns_of_a_table_are_those_of_the_document(string name)
    {
        var table = All.Single(t => t.Name == name);
        var row = Document.Split('\n').Single(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Split('|')[1].Contains($"`{Path.GetFileName(name)}`"));
        Assert.That(row.Split('|')[2].Trim(' ', '`'), Is.EqualTo(string.Join(',', table.Fields.Select(f => f.Name))));
    }

    [Test]
    public void The_columns_of_a_capacity_network_are_those_of_the_document()
    {
        var text = Document.Replace('\n', ' ');
        Assert.That(text, Does.Contain($"`nodes.csv` (`{Names(CapacityNetworkFiles.Nodes)}`)"));
        Assert.That(text, Does.Contain($"`edges.csv` (`{Names(CapacityNetworkFiles.Edges)}`"));
    }

    [Test]
    public void The_timeline_of_the_document_is_accepted_but_for_its_references()
    {
        var yaml = Document.Split("```yaml\n")[1].Split("```")[0];
        using var networks = new TinyNetworks();
        networks.Delete(TinyFiles.Timeline).Write("timelines/japanese-siberia.yaml", yaml);
        var codes = networks.Load().Problems.Select(p => p.Code).Distinct();
        Assert.That(codes, Is.EqualTo(new[] { DataProblemCodes.UnknownReference }));
    }

    [Test]
    public void Every_question_of_a_back_test_is_in_the_document_with_its_unit()
    {
        foreach (var name in BacktestQuestions.Names)
            Assert.That(Document, Does.Match($@"\| `{name}` \| {BacktestQuestions.UnitOf(BacktestQuestions.Find(name)!.Value)} \|"));
    }

    private static string Names(TableDescription table) => string.Join(',', table.Fields.Select(f => f.Name));
}
