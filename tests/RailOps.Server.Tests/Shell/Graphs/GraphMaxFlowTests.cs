using NUnit.Framework;

namespace RailOps.Server.Tests.Shell.Graphs;

[TestFixture]
internal sealed class GraphMaxFlowTests
{
    private const string Dimacs = "c a net\np max 4 5\nn 1 s\nn 4 t\na 1 2 3\na 1 3 2\na 2 3 5\na 2 4 2\na 3 4 3\n";

    [Test]
    public async Task A_DIMACS_file_names_its_own_ends()
    {
        using var shell = new GraphShell().With("g.max", Dimacs);

        var answer = await shell.AnswerAsync("maxflow", "--dimacs", "g.max", "--certificate", "c.json");

        Assert.That(answer.GetProperty("flow").GetInt32(), Is.EqualTo(5));
        Assert.That(answer.GetProperty("sources")[0].GetString(), Is.EqualTo("1"));
        Assert.That(answer.GetProperty("certificate").GetProperty("proof").GetString(), Is.EqualTo("certified"));
        await GraphInterdictTests.AssertPythonAcceptsAsync(shell.PathOf("c.json"), "proved: no plan leaves less than 5\n");
    }

    [Test]
    public async Task Other_ends_can_be_asked_about()
    {
        using var shell = new GraphShell().With("g.max", Dimacs);

        var answer = await shell.AnswerAsync("maxflow", "--dimacs", "g.max", "--source", "2", "--sink", "4");

        Assert.That(answer.GetProperty("flow").GetInt32(), Is.EqualTo(5));
    }

    [Test]
    public async Task Harris_and_Ross_let_163_pass_with_a_certificate_that_Python_accepts()
    {
        using var shell = new GraphShell().With("edges.csv", GraphInterdictTests.HarrisRossCsv());

        var answer = await shell.AnswerAsync("maxflow", "--graph", "edges.csv", "--source", "origins", "--sink", "destinations", "--certificate", "c.json");

        Assert.That(answer.GetProperty("flow").GetInt32(), Is.EqualTo(163));
        await GraphInterdictTests.AssertPythonAcceptsAsync(shell.PathOf("c.json"), "proved: no plan leaves less than 163\n");
    }

    [Test]
    public async Task Edges_passed_both_ways_beside_limited_nodes_keep_the_certificate_true()
    {
        using var shell = new GraphShell()
            .With("g.csv", "from,to,capacity\nm,s,4\nt,m,9\nm,x,2\nt,x,7\ns,x,1\n")
            .With("n.csv", "node,capacity\nm,3.5\ns,4\nt,unlimited\n");

        var answer = await shell.AnswerAsync("maxflow", "--graph", "g.csv", "--nodes", "n.csv", "--source", "s", "--sink", "t", "--certificate", "c.json");

        Assert.That(answer.GetProperty("flow").GetDecimal(), Is.EqualTo(4m));
        await GraphInterdictTests.AssertPythonAcceptsAsync(shell.PathOf("c.json"), "proved: no plan leaves less than 40\n");
    }

    [Test]
    public async Task An_unlimited_flow_names_its_path()
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity\na,s,\na,t,unlimited\ns,t,2\n");

        var answer = await shell.AnswerAsync("maxflow", "--graph", "g.csv", "--source", "s", "--sink", "t", "--certificate", "c.json");

        Assert.That(answer.GetProperty("flow").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That(answer.GetProperty("unlimitedPathEdges").EnumerateArray().Select(edge => edge.GetString()), Is.EqualTo(new[] { "a--s", "a--t" }));
        await GraphInterdictTests.AssertPythonAcceptsAsync(shell.PathOf("c.json"), "proved: no plan breaks all unlimited paths\n");
    }

    [Test]
    public async Task All_minimum_cuts_can_be_asked_for()
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity\ns,a,2\na,b,2\nb,t,2\n");

        var one = await shell.RunAsync("maxflow", "--graph", "g.csv", "--source", "s", "--sink", "t");
        var all = await shell.AnswerAsync("maxflow", "--graph", "g.csv", "--source", "s", "--sink", "t", "--cuts", "10");

        Assert.That(one.Output, Does.Contain("Other minimum cuts exist (--cuts N shows more)."));
        Assert.That(all.GetProperty("cuts").EnumerateArray().Select(cut => cut.GetProperty("places")[0].GetProperty("id").GetString()), Is.EquivalentTo(new[] { "s--a", "a--b", "b--t" }));
    }

    [Test]
    public async Task Flows_are_shown_on_request()
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity\ns,a,2.5\nt,a,2\n");

        var run = await shell.RunAsync("maxflow", "--graph", "g.csv", "--source", "s", "--sink", "t", "--flows");

        Assert.That(run.Output, Does.StartWith("At most 2 from s to t; 1 place in the cut.\n").And.Match(@"t--a +t +a +-2 +2\n"));
    }

    [Test]
    public async Task Without_time_a_flow_is_called_no_more_than_found()
    {
        using var shell = new GraphShell().With("g.csv", GraphShell.TwoRoutes);

        var run = await shell.RunAsync("maxflow", "--graph", "g.csv", "--source", "s", "--sink", "t", "--time-limit", "0s");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Output, Does.StartWith("At least 0 from s to t; the search stopped before the most was found.\n"));
    }

    [TestCase("harris-ross-1955")]
    [TestCase("--from", "s")]
    [TestCase("--date", "1940-01-01")]
    [TestCase("--server", "localhost:1")]
    public async Task What_belongs_to_a_timeline_is_refused_beside_a_graph(params string[] more)
    {
        using var shell = new GraphShell().With("g.csv", GraphShell.TwoRoutes);

        var run = await shell.RunAsync(["maxflow", .. more, "--graph", "g.csv", "--source", "s", "--sink", "t"]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("does not belong to a graph").And.Contain(more.Length == 2 ? more[0] : "SUBJECT"));
    }

    [Test]
    public async Task Without_a_graph_its_options_are_refused_and_the_others_asked_for()
    {
        using var shell = new GraphShell();

        Assert.That((await shell.RunAsync("maxflow", "n", "--from", "a", "--to", "b", "--source", "s")).Error, Does.Contain("--source goes with --graph or --dimacs only."));
        Assert.That((await shell.RunAsync("maxflow")).Error, Does.Contain("Required argument missing").And.Contain("'--from'").And.Contain("'--to'"));
    }
}
