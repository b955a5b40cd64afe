using System.Globalization;
using System.Text.Json;
using NUnit.Framework;
using RailOps.Server.Tests.Rpc;
using RailOps.Testing;

namespace RailOps.Server.Tests.Shell.Graphs;

[TestFixture]
internal sealed class GraphInterdictTests
{
    [TestCase(1, 127)]
    [TestCase(2, 97)]
    [TestCase(3, 73)]
    [TestCase(5, 32)]
    public async Task Unit_attacks_on_Harris_and_Ross_leave_what_is_known(int budget, int left)
    {
        using var shell = new GraphShell().With("edges.csv", HarrisRossCsv());

        var answer = await shell.AnswerAsync("interdict", "--graph", "edges.csv", "--source", "origins", "--sink", "destinations", "--budget", Text(budget));

        Assert.That(answer.GetProperty("flowBefore").GetInt64(), Is.EqualTo(163));
        Assert.That(answer.GetProperty("flowLeft").GetInt64(), Is.EqualTo(left));
        Assert.That(answer.GetProperty("flowLeftBound").GetInt64(), Is.EqualTo(left));
        Assert.That(answer.GetProperty("termination").GetString(), Is.EqualTo("optimal"));
        Assert.That(answer.GetProperty("certificate").GetProperty("proof").GetString(), Is.EqualTo("certified"));
        Assert.That(answer.GetProperty("plans")[0].GetProperty("attacks").GetArrayLength(), Is.EqualTo(budget));
    }

    [Test]
    public async Task People_get_a_headline_the_attacks_the_cut_and_the_proof()
    {
        using var shell = new GraphShell().With("g.csv", GraphShell.TwoRoutes);

        var run = await shell.RunAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "2");

        Assert.That(run.Error, Is.Empty);
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.StartWith("1 attack leaves 2 of 6 (33 %); proved: no plan within the budget leaves less.\n"));
        Assert.That(run.Output, Does.Match(@"b--t +b +t +2 +4 +0").Or.Match(@"s--b +s +b +2 +4 +0"));
        Assert.That(run.Output, Does.Contain("Spent: cost 2 of 2.").And.Contain("What still lets 2 through: the cut").And.Contain("✓ certificate checked"));
    }

    [Test]
    public async Task Decimal_amounts_are_solved_exactly_and_shown_as_they_were_written()
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity,cost,residual\ns,a,0.1,0.5,0.05\ns,a,0.2,0.25,\na,t,unlimited,,\n");

        var answer = await shell.AnswerAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "0.75");

        Assert.That(answer.GetProperty("flowBefore").GetDecimal(), Is.EqualTo(0.3m));
        Assert.That(answer.GetProperty("flowLeft").GetRawText(), Is.EqualTo("0.05"));
        Assert.That(answer.GetProperty("graph").GetProperty("solverUnitsPerAmount").GetInt32(), Is.EqualTo(100));
        Assert.That(answer.GetProperty("plans")[0].GetProperty("costs").GetProperty("cost").GetDecimal(), Is.EqualTo(0.75m));
    }

    [Test]
    public async Task Two_resources_both_bind()
    {
        const string Graph = "from,to,capacity,cost_raids,cost_sorties\ns,a,5,1,300\ns,b,4,1,250\ns,c,3,1,100\na,t,,,\nb,t,,,\nc,t,,,\n";
        using var shell = new GraphShell().With("g.csv", Graph);

        var loose = await shell.AnswerAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "raids=2", "--budget", "sorties=550");
        var tight = await shell.AnswerAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "raids=2", "--budget", "sorties=549");

        Assert.That(loose.GetProperty("flowLeft").GetInt64(), Is.EqualTo(3));
        Assert.That(tight.GetProperty("flowLeft").GetInt64(), Is.EqualTo(4));
        Assert.That(tight.GetProperty("plans")[0].GetProperty("costs").GetProperty("sorties").GetInt64(), Is.EqualTo(400));
    }

    [Test]
    public async Task A_node_can_be_attacked_and_limits_what_passes()
    {
        using var shell = new GraphShell()
            .With("g.csv", "from,to,capacity\ns,m,10\nm,t,10\ns,t,1\n")
            .With("n.csv", "node,capacity,cost,residual\nm,8,3,2.5\n");

        var answer = await shell.AnswerAsync("interdict", "--graph", "g.csv", "--nodes", "n.csv", "--source", "s", "--sink", "t", "--budget", "3");

        Assert.That(answer.GetProperty("flowBefore").GetDecimal(), Is.EqualTo(9m));
        Assert.That(answer.GetProperty("flowLeft").GetDecimal(), Is.EqualTo(3.5m));
        var attack = answer.GetProperty("plans")[0].GetProperty("attacks")[0];
        Assert.That(attack.GetProperty("kind").GetString(), Is.EqualTo("node"));
        Assert.That(attack.GetProperty("id").GetString(), Is.EqualTo("m"));
    }

    [Test]
    public async Task The_next_best_plans_follow_the_best()
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity,cost\ns,t,5,1\ns,t,4,1\ns,t,3,1\n");

        var answer = await shell.AnswerAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "1", "--plans", "3");

        Assert.That(answer.GetProperty("plans").EnumerateArray().Select(plan => plan.GetProperty("flowLeft").GetInt64()), Is.EqualTo(new[] { 7, 8, 9 }));
        Assert.That(
            answer.GetProperty("plans").EnumerateArray().Select(plan => plan.GetProperty("attacks")[0].GetProperty("id").GetString()),
            Is.EqualTo(new[] { "s--t", "s--t#2", "s--t#3" }));
    }

    [Test]
    public async Task Without_time_the_best_found_comes_with_its_bound_and_exit_code_4()
    {
        using var shell = new GraphShell().With("g.csv", GraphShell.TwoRoutes);

        var run = await shell.RunAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "2", "--time-limit", "0s", "--certificate", "c.json", "--json");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        using var answer = JsonDocument.Parse(run.Output);
        Assert.That(answer.RootElement.GetProperty("termination").GetString(), Is.EqualTo("timeLimit"));
        Assert.That(answer.RootElement.GetProperty("flowLeftBound").GetInt64(), Is.LessThanOrEqualTo(2));
        Assert.That(answer.RootElement.GetProperty("flowLeft").GetInt64(), Is.GreaterThanOrEqualTo(2));
        Assert.That(answer.RootElement.GetProperty("certificate").GetProperty("proof").GetString(), Is.EqualTo("none"));
        Assert.That(File.Exists(shell.PathOf("c.json")), Is.False);
    }

    [Test]
    public async Task Without_time_and_a_finite_cut_at_the_ends_that_is_said()
    {
        using var shell = new GraphShell().With("edges.csv", HarrisRossCsv());

        var run = await shell.RunAsync("interdict", "--graph", "edges.csv", "--source", "origins", "--sink", "destinations", "--budget", "3", "--time-limit", "0s");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Output, Does.StartWith("The search stopped before any plan was shown to limit the flow; every plan leaves at least 0.\n"));
    }

    [Test]
    public async Task Stopped_from_the_keyboard_the_best_found_is_still_shown()
    {
        using var shell = new GraphShell().With("g.csv", GraphShell.TwoRoutes);

        var run = await shell.RunAsync(new CancellationToken(canceled: true), "interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "2");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Output, Does.Contain("the search stopped, and every plan leaves at least").And.Contain("stopped from the keyboard"));
    }

    [Test]
    public async Task A_path_without_limit_that_nobody_can_cut_is_proved_unlimited()
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity,cost\ns,a,,\na,t,UNLIMITED,\ns,t,3,1\n");

        var answer = await shell.AnswerAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "1", "--certificate", "c.json");

        Assert.That(answer.GetProperty("termination").GetString(), Is.EqualTo("unbounded"));
        Assert.That(answer.GetProperty("flowLeft").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(answer.GetProperty("certificate").GetProperty("proof").GetString(), Is.EqualTo("certified"));
        await AssertPythonAcceptsAsync(shell.PathOf("c.json"), "proved: no plan breaks all unlimited paths\n");
    }

    [Test]
    public async Task The_certificate_file_convinces_the_checker_in_Python()
    {
        using var shell = new GraphShell().With("edges.csv", HarrisRossCsv());

        var run = await shell.RunAsync("interdict", "--graph", "edges.csv", "--source", "origins", "--sink", "destinations", "--budget", "3", "--certificate", "c.json");

        Assert.That(run.Output, Does.EndWith($"Wrote the certificate to {shell.PathOf("c.json")}.\n"));
        await AssertPythonAcceptsAsync(shell.PathOf("c.json"), "proved: no plan leaves less than 73\n");
    }

    [Test]
    public async Task The_answer_does_not_depend_on_the_number_of_threads()
    {
        using var shell = new GraphShell().With("edges.csv", HarrisRossCsv());
        string[] question = ["interdict", "--graph", "edges.csv", "--source", "origins", "--sink", "destinations", "--budget", "4", "--plans", "2"];

        var one = await shell.AnswerAsync([.. question, "--threads", "1"]);
        var four = await shell.AnswerAsync([.. question, "--threads", "4"]);

        Assert.That(four.GetProperty("plans").GetRawText(), Is.EqualTo(one.GetProperty("plans").GetRawText()));
    }

    [TestCase("yes", 0)]
    [TestCase("no", 3)]
    [TestCase("1", 0)]
    [TestCase("FALSE", 3)]
    [TestCase("", 3)]
    public async Task An_edge_is_passed_backwards_only_if_it_is_not_directed(string directed, int flow)
    {
        using var shell = new GraphShell().With("g.csv", $"from,to,capacity,directed\na,s,3,{directed}\na,t,3,true\n");

        var answer = await shell.AnswerAsync("maxflow", "--graph", "g.csv", "--source", "s", "--sink", "t");

        Assert.That(answer.GetProperty("flow").GetInt32(), Is.EqualTo(flow));
    }

    [Test]
    public async Task The_option_directed_holds_for_rows_that_do_not_say()
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity,directed\na,s,3,\ns,t,1,\na,t,5,no\n");

        var answer = await shell.AnswerAsync("maxflow", "--graph", "g.csv", "--source", "s", "--sink", "t", "--directed");

        Assert.That(answer.GetProperty("flow").GetInt32(), Is.EqualTo(1));
    }

    /// <summary>networks/harris-ross-1955 as a user would bring it: unit attacks on every edge with a limit.</summary>
    internal static string HarrisRossCsv()
    {
        var rows = File.ReadAllLines(Path.Combine(RepositoryFolder.Networks, "harris-ross-1955", "edges.csv")).Skip(1).Select(row => row.Split(','));
        return "id,from,to,capacity,cost\n" + string.Concat(rows.Select(row => $"{row[0]},{row[1]},{row[2]},{row[3]},{(row[3].Length > 0 ? "1" : "")}\n"));
    }

    internal static async Task AssertPythonAcceptsAsync(string certificate, string says, string module = "railops.certificates")
    {
        var (exitCode, output) = await OtherClient.RunAsync(OtherClient.Python, Path.Combine(RepositoryFolder.Root, "python"), "-m", module, certificate);
        Assert.That(output, Is.EqualTo(says));
        Assert.That(exitCode, Is.Zero);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
