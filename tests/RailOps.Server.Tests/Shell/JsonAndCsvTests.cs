using Google.Protobuf;
using NUnit.Framework;
using RailOps.Contracts.V1;

namespace RailOps.Server.Tests.Shell;

[TestFixture]
internal sealed class JsonAndCsvTests
{
    [Test]
    public async Task Json_is_exactly_the_answer_and_reads_back_as_it()
    {
        var client = new FakeClient().Answer<AssessSupplyRequest>(_ => Samples.Assessment());
        var run = await ShellRun.OfAsync(client, "assess", "sample", "--json");

        Assert.That(JsonParser.Default.Parse<AssessSupplyResponse>(run.Output), Is.EqualTo(Samples.Assessment()));
        Assert.That(run.Output, Does.Contain("\"links\": [ ]").Or.Contain("\"links\": []"), "default values are written too");
    }

    [Test]
    public async Task The_csv_of_a_graph_leaves_unlimited_capacities_blank_and_quotes_what_needs_it()
    {
        var client = new FakeClient().Answer<ExportCapacityGraphRequest>(_ => Samples.Graph());
        var run = await ShellRun.OfAsync(client, "export", "sample", "--date", "1940-06-01", "--side", "soviet", "--level", "low");

        Assert.That(run.Output, Is.EqualTo(
            "from,to,capacity_tonnes_per_day,link_id,mode\nSOURCE,sverdlovsk,,sverdlovsk,supply\na,b,1234.5,\"a, \"\"b\"\"\",rail\n"));
        var request = (ExportCapacityGraphRequest)client.LastRequest!;
        Assert.That(request.Level, Is.EqualTo(EstimateLevel.Low));
        Assert.That(request.Scenario, Is.EqualTo(new Scenario { Timeline = "sample", Date = "1940-06-01", Side = "soviet" }));
    }

    [Test]
    public async Task A_graph_written_to_a_file_is_whole_and_leaves_no_draft()
    {
        var folder = Directory.CreateTempSubdirectory("railops-export-").FullName;
        try
        {
            var file = Path.Combine(folder, "graph.json");
            var client = new FakeClient().Answer<ExportCapacityGraphRequest>(_ => Samples.Graph());
            var run = await ShellRun.OfAsync(client, "export", "sample", "--format", "json", "--output", file);

            Assert.That(JsonParser.Default.Parse<ExportCapacityGraphResponse>(await File.ReadAllTextAsync(file)), Is.EqualTo(Samples.Graph()));
            Assert.That(Directory.GetFiles(folder), Is.EqualTo(new[] { file }));
            Assert.That(run.Output, Does.Contain("Wrote 2 arcs"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task A_file_that_cannot_be_written_is_bad_input()
    {
        var client = new FakeClient().Answer<ExportCapacityGraphRequest>(_ => Samples.Graph());
        var run = await ShellRun.OfAsync(client, "export", "sample", "--output", Path.Combine(Path.GetTempPath(), "railops-no-such-folder", "graph.csv"));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("cannot be written"));
    }
}
