using NUnit.Framework;

namespace RailOps.Server.Tests.Shell.Graphs;

[TestFixture]
internal sealed class GraphFrontierTests
{
    [Test]
    public async Task Every_step_of_Harris_and_Ross_is_found_and_proved()
    {
        using var shell = new GraphShell().With("edges.csv", GraphInterdictTests.HarrisRossCsv());

        var answer = await shell.AnswerAsync("frontier", "--graph", "edges.csv", "--source", "origins", "--sink", "destinations", "--budget", "3", "--certificate", "c.jsonl");

        Assert.That(answer.GetProperty("complete").GetBoolean(), Is.True);
        Assert.That(
            answer.GetProperty("steps").EnumerateArray().Select(step => (step.GetProperty("budget").GetInt32(), step.GetProperty("flowLeft").GetInt32())),
            Is.EqualTo(new[] { (0, 163), (1, 127), (2, 97), (3, 73) }));
        Assert.That(answer.GetProperty("certificate").GetProperty("proof").GetString(), Is.EqualTo("certified"));
        await GraphInterdictTests.AssertPythonAcceptsAsync(
            shell.PathOf("c.jsonl"), string.Concat(new[] { 163, 127, 97, 73 }.Select(left => $"proved: no plan leaves less than {left}\n")));
    }

    [Test]
    public async Task One_of_two_resources_varies_in_its_own_decimals()
    {
        const string Graph = "from,to,capacity,cost_raids,cost_sorties\ns,a,5,1,1.5\ns,b,4,1,0.5\na,t,,,\nb,t,,,\n";
        using var shell = new GraphShell().With("g.csv", Graph);

        var answer = await shell.AnswerAsync("frontier", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "raids=1", "--budget", "sorties=9", "--vary", "sorties");

        Assert.That(answer.GetProperty("variedResource").GetString(), Is.EqualTo("sorties"));
        Assert.That(
            answer.GetProperty("steps").EnumerateArray().Select(step => (step.GetProperty("budget").GetDecimal(), step.GetProperty("provedUpToBudget").GetDecimal(), step.GetProperty("flowLeft").GetDecimal())),
            Is.EqualTo(new[] { (0m, 0.4m, 9m), (0.5m, 1.4m, 5m), (1.5m, 9m, 4m) }));
    }

    [Test]
    public async Task People_see_one_row_a_step()
    {
        using var shell = new GraphShell().With("g.csv", GraphShell.TwoRoutes);

        var run = await shell.RunAsync("frontier", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "3");

        Assert.That(run.Output, Does.StartWith("4 steps: 6 left at a budget of 0, 0 at 3; proved: no budget up to 3 (cost) leaves less.\n"));
        Assert.That(run.Output, Does.Match(@"\n +2 +2 +✓ +(s--b|b--t)\n"));
    }

    [Test]
    public async Task Without_time_what_was_proved_is_shown_with_exit_code_4()
    {
        using var shell = new GraphShell().With("g.csv", GraphShell.TwoRoutes);

        var run = await shell.RunAsync("frontier", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "3", "--time-limit", "0s");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Output, Does.StartWith("No step was proved before the search stopped; the largest budget asked for is 3 (cost).\n"));
    }

    [TestCase("sortie", "Maybe 'sorties'.")]
    [TestCase(null, "Add --vary RESOURCE.")]
    public async Task What_varies_must_be_a_resource(string? vary, string advice)
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity,cost_raids,cost_sorties\ns,t,5,1,1\n");

        var run = await shell.RunAsync(["frontier", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "raids=1", "--budget", "sorties=9", .. vary is null ? Array.Empty<string>() : ["--vary", vary]]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("--vary").And.Contain(advice));
    }
}
