using System.Text.Json;
using NUnit.Framework;

namespace RailOps.Server.Tests.Shell.Graphs;

[TestFixture]
internal sealed class GraphFortifyTests
{
    [Test]
    public async Task The_largest_line_is_protected_where_all_cost_the_same()
    {
        using var shell = new GraphShell().With("g.csv", Graph("", "", "", ""));

        var answer = await shell.AnswerAsync("fortify", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "1", "--defence-budget", "1", "--certificate", "c.json");

        Assert.That(answer.GetProperty("flowUnprotected").GetInt32(), Is.EqualTo(7));
        Assert.That(answer.GetProperty("flowKept").GetInt32(), Is.EqualTo(8));
        Assert.That(answer.GetProperty("flowKeptBound").GetInt32(), Is.EqualTo(8));
        Assert.That(answer.GetProperty("protections")[0].GetProperty("id").GetString(), Is.EqualTo("s--t"));
        Assert.That(answer.GetProperty("attack").GetProperty("attacks")[0].GetProperty("id").GetString(), Is.EqualTo("s--t#2"));
        Assert.That(answer.GetProperty("certificate").GetProperty("proof").GetString(), Is.EqualTo("certified"));
        await GraphInterdictTests.AssertPythonAcceptsAsync(
            shell.PathOf("c.json"), "proved: no defence keeps more than 8, and one keeps that\n", "railops.fortification_certificates");
    }

    [Test]
    public async Task What_has_no_cost_of_protection_cannot_be_protected()
    {
        using var shell = new GraphShell().With("g.csv", Graph(",protect_cost", ",", ",0.5", ",0.5"));

        var answer = await shell.AnswerAsync("fortify", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "2", "--defence-budget", "0.5");

        Assert.That(answer.GetProperty("protectableCount").GetInt32(), Is.EqualTo(2));
        Assert.That(answer.GetProperty("flowKept").GetInt32(), Is.EqualTo(4));
        Assert.That(answer.GetProperty("protections")[0].GetProperty("id").GetString(), Is.EqualTo("s--t#2"));
        Assert.That(answer.GetProperty("defenceCost").GetDecimal(), Is.EqualTo(0.5m));
    }

    [Test]
    public async Task People_see_the_defence_and_the_attack_that_is_left()
    {
        using var shell = new GraphShell().With("g.csv", Graph("", "", "", ""));

        var run = await shell.RunAsync("fortify", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "1", "--defence-budget", "1");

        Assert.That(run.Error, Is.Empty);
        Assert.That(run.Output, Does.StartWith("1 protection keeps 8 instead of 7 under the best attack; proved: no defence within the budget keeps more.\n"));
        Assert.That(run.Output, Does.Contain("Spent: 1 of 1 on 1 of 3 places that can be protected.").And.Contain("The best attack that is then still possible"));
    }

    [Test]
    public async Task Without_time_the_best_found_comes_with_its_bound_and_exit_code_4()
    {
        using var shell = new GraphShell().With("g.csv", Graph("", "", "", ""));

        var run = await shell.RunAsync("fortify", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "1", "--defence-budget", "1", "--time-limit", "0s", "--json");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        using var answer = JsonDocument.Parse(run.Output);
        Assert.That(answer.RootElement.GetProperty("termination").GetString(), Is.EqualTo("timeLimit"));
        Assert.That(answer.RootElement.GetProperty("flowKeptBound").GetInt64(), Is.GreaterThanOrEqualTo(8));
        Assert.That(answer.RootElement.GetProperty("flowKept").GetInt64(), Is.LessThanOrEqualTo(8));
    }

    [Test]
    public async Task The_defender_needs_a_budget()
    {
        using var shell = new GraphShell().With("g.csv", Graph("", "", "", ""));

        var run = await shell.RunAsync("fortify", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "1");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("Add --defence-budget AMOUNT."));
    }

    /// <summary>Three lines side by side; the cells are appended to the header and to the rows.</summary>
    private static string Graph(string header, string first, string second, string third) =>
        $"from,to,capacity,cost{header}\ns,t,5,1{first}\ns,t,4,1{second}\ns,t,3,1{third}\n";
}
